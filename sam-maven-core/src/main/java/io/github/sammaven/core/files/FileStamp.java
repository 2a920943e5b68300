package io.github.sammaven.core.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a file without reading it. A file whose stamp is the same has the same content, unless it
 * was written again within the clock tick of its last change: see {@link #isSettledAt}.
 *
 * @param mode kind and permissions, bits as in POSIX {@code st_mode}; where the system keeps no permissions, everyone may
 *     run the file
 * @param size bytes
 * @param modified time of the last change of the content, ns since 1970; copies and archivers may set it to anything
 * @param changed time of the last change of content, mode or name, ns since 1970, which nobody can set; {@code modified}
 *     where the system keeps none
 * @param device where the file is, which tells it with {@code inode} from another of the same name; 0 where the system
 *     has none
 * @param inode its number there; 0 where the system has none
 */
public record FileStamp(int mode, long size, long modified, long changed, long device, long inode) {

    /** Of a file that was not looked at. */
    public static final FileStamp NONE = new FileStamp(0, 0, 0, 0, 0, 0);

    /** Size of a packed stamp. */
    public static final int BYTES = Integer.BYTES + 5 * Long.BYTES;

    /** The coarsest clock of a common file system, FAT's. */
    private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int PERMISSIONS = 0777;
    private static final int OWNER_EXECUTE = 0100;
    private static final int EXECUTE = 0111;
    private static final int READ = 0444;

    /** One look at the file; links are followed. */
    public static FileStamp of(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? of(Files.readAttributes(file, "unix:mode,size,lastModifiedTime,ctime,dev,ino"))
                : of(Files.readAttributes(file, BasicFileAttributes.class));
    }

    private static FileStamp of(Map<String, Object> unix) {
        return new FileStamp(
                (Integer) unix.get("mode") & (TYPE | PERMISSIONS),
                (Long) unix.get("size"),
                nanos((FileTime) unix.get("lastModifiedTime")),
                nanos((FileTime) unix.get("ctime")),
                (Long) unix.get("dev"),
                (Long) unix.get("ino"));
    }

    /** Where no permissions are kept, only executable files let a custom runtime start. */
    private static FileStamp of(BasicFileAttributes basic) {
        int type = basic.isRegularFile() ? REGULAR : basic.isDirectory() ? DIRECTORY : 0;
        long modified = nanos(basic.lastModifiedTime());
        return new FileStamp(type | EXECUTE, basic.size(), modified, modified, 0, 0);
    }

    /** What {@link #put} has written. */
    public static FileStamp get(ByteBuffer bytes) {
        return new FileStamp(
                bytes.getInt(), bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** Writes {@link #BYTES} bytes. */
    public void put(ByteBuffer bytes) {
        bytes.putInt(mode)
                .putLong(size)
                .putLong(modified)
                .putLong(changed)
                .putLong(device)
                .putLong(inode);
    }

    public boolean isKnown() {
        return !equals(NONE);
    }

    public boolean isFile() {
        return (mode & TYPE) == REGULAR;
    }

    public boolean isFolder() {
        return (mode & TYPE) == DIRECTORY;
    }

    /** Whether its owner may run it. */
    public boolean isExecutable() {
        return (mode & OWNER_EXECUTE) != 0;
    }

    /** Whether everyone may read it; if not, perhaps this process may nevertheless. */
    public boolean isReadableByAll() {
        return (mode & READ) == READ;
    }

    /** Whether any change after {@code time} is sure to give another stamp. */
    public boolean isSettledAt(Instant time) {
        return isSettledAt(TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano());
    }

    /** As {@link #isSettledAt(Instant)}; ns since 1970. */
    public boolean isSettledAt(long time) {
        return isKnown() && Math.max(modified, changed) + TICK_NANOS < time;
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }
}
