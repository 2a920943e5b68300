package io.github.sammaven.core.archive;

import io.github.sammaven.core.files.FileStamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that goes into an archive.
 *
 * @param name its name there, {@code lib/a.jar}
 * @param path where its content is
 * @param size bytes
 * @param executable whether the archive says that it can be run
 * @param stamp as it was when the size was read
 */
public record TreeFile(String name, Path path, long size, boolean executable, FileStamp stamp)
        implements Comparable<TreeFile> {

    /** A file whose content is read whenever it is needed. */
    public TreeFile(String name, Path path, long size, boolean executable) {
        this(name, path, size, executable, FileStamp.NONE);
    }

    byte[] nameBytes() {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** By code points, which is by the bytes of the name in UTF-8; no locale changes it. */
    @Override
    public int compareTo(TreeFile other) {
        String one = name;
        String two = other.name;
        int length = Math.min(one.length(), two.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = two.charAt(i);
            if (a != b) {
                boolean sameRange = Character.isSurrogate(a) == Character.isSurrogate(b);
                return sameRange ? a - b : one.codePointAt(i) - two.codePointAt(i);
            }
        }
        return one.length() - two.length();
    }

    TreeFile withoutStamp() {
        return new TreeFile(name, path, size, executable);
    }

    IOException changed() {
        return new IOException(name + " was changed while it was being packaged");
    }

    /** Says in words why the content cannot be read. */
    IOException unreadable(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return new IOException(name + " was removed while it was being packaged", failure);
        }
        return failure instanceof AccessDeniedException
                ? new IOException(name + " cannot be read: permission denied", failure)
                : failure;
    }
}
