package io.github.sammaven.core.build.fingerprint;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.workflow.BuildInputs;
import io.github.sammaven.core.files.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One text for all that the result of a build depends on: another text, another build. */
public final class InputFingerprint {

    /** Raised when the same inputs come to be built into something else. */
    private static final String RECIPE = "1";

    private final FileHashes hashes;
    private final FolderContent content;

    /** @param content what of a folder counts */
    public InputFingerprint(FileHashes hashes, FolderContent content) {
        this.hashes = hashes;
        this.content = content;
    }

    /**
     * Over names, modes and content of all files.
     *
     * @param target what sets the target apart: its kind of build, runtime, metadata and so on, in a fixed order
     */
    public String of(List<String> target, BuildInputs inputs) throws IOException {
        Digest digest = new Digest().add(RECIPE).add(target.size());
        target.forEach(digest::add);
        digest.add(inputs.settings().size());
        inputs.settings().forEach((name, value) -> digest.add(name).add(value));
        for (Path root : inputs.files()) {
            Map<String, Path> files =
                    Files.isDirectory(root) ? content.of(root) : Files.exists(root) ? Map.of("", root) : Map.of();
            digest.add(root.toString()).add(Files.exists(root) ? 1 : 0).add(files.size());
            for (Map.Entry<String, Path> file : files.entrySet()) {
                digest.add(file.getKey())
                        .add(FileStamp.of(file.getValue()).mode())
                        .add(hashes.sha256(file.getValue()));
            }
        }
        return digest.hex();
    }
}
