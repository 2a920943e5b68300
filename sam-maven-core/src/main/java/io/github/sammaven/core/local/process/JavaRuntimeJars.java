package io.github.sammaven.core.local.process;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What lies on the class path of a child JVM beside the function: AWS's runtime interface client, its core and
 * serialization libraries, and the {@code utils-lite} module of the AWS SDK the client needs.
 *
 * @param jars in any order
 */
public record JavaRuntimeJars(List<Path> jars) {

    private static final String CLIENT = "aws-lambda-java-runtime-interface-client-";
    private static final List<String> NAMES =
            List.of(CLIENT, "aws-lambda-java-core-", "aws-lambda-java-serialization-", "utils-lite-");

    public JavaRuntimeJars {
        jars = List.copyOf(jars);
    }

    /** Those that are on a class path. */
    public static JavaRuntimeJars onClassPath(String classPath) {
        return new JavaRuntimeJars(Arrays.stream(classPath.split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> NAMES.stream().anyMatch(nameOf(path)::startsWith))
                .toList());
    }

    Optional<Path> client() {
        return jars.stream().filter(jar -> nameOf(jar).startsWith(CLIENT)).findFirst();
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
