package io.github.sammaven.core.pipeline;

import io.github.sammaven.core.files.WholeFile;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts the files where CI servers look for them; a file of the project that says something else is not touched. */
public final class PipelineFiles {

    private final Path root;
    private final Path aside;
    private final boolean force;

    /**
     * @param root of the project
     * @param aside folder for files whose place is taken
     * @param force whether files that are there are replaced
     */
    public PipelineFiles(Path root, Path aside, boolean force) {
        this.root = root;
        this.aside = aside;
        this.force = force;
    }

    /** What became of a file. */
    public enum Outcome {
        WRITTEN,
        UNCHANGED,
        /** Its place is taken by a file that says something else. */
        PUT_ASIDE
    }

    /** @param path where the file is now */
    public record Written(PipelineFile file, Path path, Outcome outcome) {}

    /** @throws SamException if a file cannot be written */
    public List<Written> write(List<PipelineFile> files) {
        List<Written> written = new ArrayList<>();
        for (PipelineFile file : files) {
            Path place = root.resolve(file.path());
            try {
                written.add(write(file, place));
            } catch (IOException failure) {
                throw new SamException(
                        place + " cannot be written: " + failure.getMessage(),
                        "see whether the folder is writable",
                        failure);
            }
        }
        return written;
    }

    private Written write(PipelineFile file, Path place) throws IOException {
        if (Files.exists(place)) {
            if (Files.isRegularFile(place) && Files.readString(place).equals(file.content())) {
                return new Written(file, place, Outcome.UNCHANGED);
            }
            if (!force) {
                Path other = aside.resolve(file.path());
                put(other, file);
                return new Written(file, other, Outcome.PUT_ASIDE);
            }
        }
        put(place, file);
        return new Written(file, place, Outcome.WRITTEN);
    }

    private static void put(Path place, PipelineFile file) throws IOException {
        Files.createDirectories(place.getParent());
        new WholeFile(place).write(file.content().getBytes(StandardCharsets.UTF_8));
    }
}
