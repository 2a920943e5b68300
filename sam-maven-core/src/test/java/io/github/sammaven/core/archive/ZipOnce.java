package io.github.sammaven.core.archive;

import java.io.IOException;
import java.nio.file.Path;

/** Zips a folder in a JVM of its own: arguments folder and target; prints the content hash. */
final class ZipOnce {

    private ZipOnce() {}

    public static void main(String[] arguments) throws IOException {
        FileTree tree = new FileTreeReader().read(Path.of(arguments[0]));
        new ReproducibleZip().write(tree.files(), Path.of(arguments[1]));
        System.out.print(HashedTree.of(tree.files()).hashes().content());
    }
}
