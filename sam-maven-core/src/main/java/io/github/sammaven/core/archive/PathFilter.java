package io.github.sammaven.core.archive;

import java.io.IOException;
import java.nio.file.Path;

/** Says what stays out of an archive. */
@FunctionalInterface
public interface PathFilter {

    /**
     * Whether {@code path} stays out; what lies below a folder that does is not asked for.
     *
     * @param path below the root of the tree
     * @param folder whether it is a folder
     */
    boolean excludes(Path path, boolean folder) throws IOException;
}
