package io.github.sammaven.core.build.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a file without reading it. A file whose stamp is the same has the same content, unless it
 * was written again within the clock tick of its last change: see {@link #isSettledAt}.
 *
 * @param size bytes
 * @param modified time of the last change of the content, ns since 1970
 * @param changed time of the last change of content, mode or name, ns since 1970; {@code modified} where the system keeps
 *     none
 * @param key what tells it from another file of the same name; empty where the system has none
 * @param mode permission bits; -1 where the system has none
 */
public record FileStamp(long size, long modified, long changed, String key, int mode) {

    /** The coarsest clock of a common file system, FAT's. */
    private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final int PERMISSIONS = 0777;

    /** Links are followed. */
    public static FileStamp of(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
            long modified = nanos(basic.lastModifiedTime());
            return new FileStamp(basic.size(), modified, modified, Objects.toString(basic.fileKey(), ""), -1);
        }
        Map<String, Object> unix = Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,fileKey,mode");
        return new FileStamp(
                (Long) unix.get("size"),
                nanos((FileTime) unix.get("lastModifiedTime")),
                nanos((FileTime) unix.get("ctime")),
                Objects.toString(unix.get("fileKey"), ""),
                (Integer) unix.get("mode") & PERMISSIONS);
    }

    /** Whether any change after {@code time}, ns since 1970, is sure to give another stamp. */
    public boolean isSettledAt(long time) {
        return Math.max(modified, changed) + TICK_NANOS < time;
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }
}
