package io.github.sammaven.core.local.process;

import java.nio.file.Path;
import java.util.List;

/**
 * What a child JVM needs besides the function.
 *
 * @param interfaceClient AWS's Java runtime interface client and the jars it depends on
 * @param loop this library, AWS's handler interfaces and AWS's serialization library
 */
public record JavaRuntimeJars(List<Path> interfaceClient, List<Path> loop) {

    public JavaRuntimeJars {
        interfaceClient = List.copyOf(interfaceClient);
        loop = List.copyOf(loop);
    }
}
