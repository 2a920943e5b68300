package io.github.sammaven.core.build.folder;

import io.github.sammaven.core.files.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Makes a folder hold exactly the files of a layout; files that are the same already are left alone. */
public final class FolderMirror {

    /** Writes {@code layout} to {@code folder}: copies what is new or changed, removes what is not in the layout. */
    public void write(ArtifactLayout layout, Path folder) throws IOException {
        Files.createDirectories(folder);
        Set<Path> wanted = new HashSet<>();
        layout.files().keySet().forEach(name -> wanted.add(folder.resolve(name)));
        new FolderPruning().keep(wanted, folder);
        for (Map.Entry<String, Path> entry : layout.files().entrySet()) {
            copy(entry.getValue(), folder.resolve(entry.getKey()));
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        if (isSame(source, target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static boolean isSame(Path source, Path target) throws IOException {
        if (!Files.isRegularFile(target)) {
            return false;
        }
        FileStamp from = FileStamp.of(source);
        FileStamp to = FileStamp.of(target);
        return from.size() == to.size()
                && micros(from) == micros(to)
                && from.mode() == to.mode()
                && (from.isSettledAt(to.changed()) || Files.mismatch(source, target) < 0);
    }

    /** A copy keeps the time of its source in microseconds, though file systems know it in nanoseconds. */
    private static long micros(FileStamp stamp) {
        return TimeUnit.NANOSECONDS.toMicros(stamp.modified());
    }
}
