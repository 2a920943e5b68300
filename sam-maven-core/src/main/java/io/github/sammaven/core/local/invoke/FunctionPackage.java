package io.github.sammaven.core.local.invoke;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a function is made of, as Lambda's {@code PackageType} parts it. */
public sealed interface FunctionPackage {

    /**
     * Code for one of Lambda's runtimes.
     *
     * @param runtime {@code java17}, ...
     * @param handler as in the template
     * @param code unpacked folder, or a {@code .jar} or {@code .zip} file
     * @param layers folders in the shape of {@code /opt}; later ones win
     */
    record Zip(String runtime, String handler, Path code, List<Path> layers) implements FunctionPackage {
        public Zip {
            layers = List.copyOf(layers);
        }
    }

    /**
     * A container image that brings its own runtime.
     *
     * @param uri its name; empty if {@code build} makes it
     * @param build how to make it; empty if it is there already
     * @param entryPoint instead of the image's own; empty to keep that
     * @param command instead of the image's own, the handler for AWS's images; empty to keep that
     * @param workingDirectory instead of the image's own
     */
    record Image(
            String uri,
            Optional<ImageBuild> build,
            List<String> entryPoint,
            List<String> command,
            Optional<String> workingDirectory)
            implements FunctionPackage {
        public Image {
            entryPoint = List.copyOf(entryPoint);
            command = List.copyOf(command);
        }
    }

    /**
     * The {@code Docker...} metadata of a function.
     *
     * @param context folder that is sent to the engine
     * @param dockerfile relative to the context
     * @param tag of the image that is made; empty for {@code latest}
     * @param arguments build arguments
     * @param target stage to stop at; empty for the last
     */
    record ImageBuild(
            Path context,
            String dockerfile,
            Optional<String> tag,
            Map<String, String> arguments,
            Optional<String> target) {
        public ImageBuild {
            arguments = Map.copyOf(arguments);
        }
    }
}
