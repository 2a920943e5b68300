package io.github.sammaven.core.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file that goes into an archive.
 *
 * @param name its name there, {@code lib/a.jar}
 * @param path where its content is
 * @param size bytes
 * @param executable whether the archive says that it can be run
 */
public record TreeFile(String name, Path path, long size, boolean executable) implements Comparable<TreeFile> {

    byte[] nameBytes() {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** By the bytes of the name, which no locale changes. */
    @Override
    public int compareTo(TreeFile other) {
        return Arrays.compareUnsigned(nameBytes(), other.nameBytes());
    }
}
