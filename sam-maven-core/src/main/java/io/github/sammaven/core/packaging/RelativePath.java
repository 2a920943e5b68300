package io.github.sammaven.core.packaging;

import java.nio.file.Path;

/**
 * How a template names a file on this machine.
 *
 * @param base the folder the template is in; absolute
 */
record RelativePath(Path base) {

    /** Separated by {@code /} on every system; absolute only where there is no relative path, as between drives. */
    String to(Path file) {
        Path path = base.getRoot().equals(file.getRoot()) ? base.relativize(file) : file;
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
