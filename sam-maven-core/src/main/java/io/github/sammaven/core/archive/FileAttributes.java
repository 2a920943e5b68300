package io.github.sammaven.core.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * What one look at a file tells, links followed.
 *
 * @param readable whether everyone may read it; if not, perhaps this process may nevertheless
 */
record FileAttributes(Kind kind, long size, boolean executable, boolean readable, FileStamp stamp) {

    enum Kind {
        FILE,
        FOLDER,
        OTHER
    }

    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int OWNER_EXECUTE = 0100;
    private static final int READ = 0444;
    private static final FileTime NOT_KEPT = FileTime.fromMillis(0);

    static FileAttributes read(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? of(Files.readAttributes(path, "unix:mode,size,lastModifiedTime,ctime"))
                : of(Files.readAttributes(path, BasicFileAttributes.class));
    }

    private static FileAttributes of(Map<String, Object> unix) {
        int mode = (Integer) unix.get("mode");
        int type = mode & TYPE;
        return new FileAttributes(
                type == REGULAR ? Kind.FILE : type == DIRECTORY ? Kind.FOLDER : Kind.OTHER,
                (Long) unix.get("size"),
                (mode & OWNER_EXECUTE) != 0,
                (mode & READ) == READ,
                FileStamp.of((FileTime) unix.get("lastModifiedTime"), (FileTime) unix.get("ctime")));
    }

    /** Where no permissions are kept, only executable files let a custom runtime start. */
    private static FileAttributes of(BasicFileAttributes basic) {
        return new FileAttributes(
                basic.isRegularFile() ? Kind.FILE : basic.isDirectory() ? Kind.FOLDER : Kind.OTHER,
                basic.size(),
                true,
                false,
                FileStamp.of(basic.lastModifiedTime(), NOT_KEPT));
    }
}
