package io.github.sammaven.core.packaging;

import io.github.sammaven.core.archive.ArchiveFolder;
import io.github.sammaven.core.archive.ContentHash;
import io.github.sammaven.core.packaging.artifact.ArtifactKind;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks at a path and tells what would be uploaded for it, or why nothing can be. */
final class ContentReader {

    private final ArchiveSourceReader archives;
    private final Path archiveFolder;

    /**
     * @param base messages show paths below it relative to it
     * @param archiveFolder where archives are made; a folder that holds it would hold itself
     * @param rules what of a folder goes in
     * @param kept knows the hashes of what has not changed
     */
    ContentReader(Path base, Path archiveFolder, SourceRules rules, ArchiveFolder kept) {
        this.archives = new ArchiveSourceReader(base, rules, kept);
        this.archiveFolder = archiveFolder;
    }

    /**
     * @param content empty if there are faults
     * @param faults why there is nothing
     */
    record Result(Optional<Content> content, List<Fault> faults) {

        private static Result fault(String clause, String suggestion) {
            return new Result(Optional.empty(), List.of(new Fault(clause, suggestion)));
        }
    }

    Result read(Path path, ArtifactKind kind) {
        if (archiveFolder.startsWith(path)) {
            return Result.fault(
                    "refers to a folder that holds the output of the build: " + archives.shown(path),
                    "give the code a folder of its own");
        }
        try {
            if (kind != ArtifactKind.CODE && Files.isRegularFile(path)) {
                return new Result(Optional.of(new Content.AsIs(path, ContentHash.md5(path))), List.of());
            }
            if (kind == ArtifactKind.VERBATIM_TEMPLATE && Files.isDirectory(path)) {
                return Result.fault("refers to a folder, where a template is needed: " + archives.shown(path), "");
            }
            ArchiveSourceReader.Result archive = archives.read(path);
            return new Result(archive.source().map(Content.Zipped::new), archive.faults());
        } catch (AccessDeniedException denied) {
            return Result.fault("refers to " + archives.shown(path) + ", which cannot be read: permission denied", "");
        } catch (IOException failure) {
            throw new SamException(path + " cannot be read: " + failure.getMessage(), "", failure);
        }
    }
}
