package io.github.sammaven.core.build.fingerprint;

import io.github.sammaven.core.build.folder.FolderRemoval;
import io.github.sammaven.core.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What each finished artifact was made from, one small file each. A record is removed before its artifact is touched and
 * written when that is complete, so that no half artifact ever has one. For several threads, each with other ids.
 */
public final class BuildRecords {

    private static final String NAME = "record";

    private final Path folder;
    private final FolderRemoval removal = new FolderRemoval();

    /** @param folder holds the records; may be removed at any time */
    public BuildRecords(Path folder) {
        this.folder = folder;
    }

    /** Whether the artifact was made from these inputs and has not been touched since. */
    public boolean isCurrent(String id, String fingerprint, FolderState state) {
        try {
            return Files.readString(file(id), StandardCharsets.ISO_8859_1).equals(text(fingerprint, state));
        } catch (IOException absent) {
            return false;
        }
    }

    public void forget(String id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    /** To be called when the artifact is complete. */
    public void remember(String id, String fingerprint, FolderState state) throws IOException {
        Path file = file(id);
        Files.createDirectories(file.getParent());
        new WholeFile(file).write(text(fingerprint, state).getBytes(StandardCharsets.ISO_8859_1));
    }

    public void forgetAll() throws IOException {
        removal.remove(folder);
    }

    private Path file(String id) {
        return folder.resolve(id).resolve(NAME);
    }

    private static String text(String fingerprint, FolderState state) {
        return fingerprint + "\n" + state.stamp() + "\n";
    }
}
