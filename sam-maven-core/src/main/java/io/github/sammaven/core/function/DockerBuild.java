package io.github.sammaven.core.function;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the image of a function is built: the {@code Docker...} entries of its {@code Metadata}.
 *
 * @param context folder that is sent to the engine, absolute
 * @param dockerfile relative to the context; {@code Dockerfile} if not given
 * @param tag of the image
 * @param arguments build arguments, in template order
 * @param target stage to stop at; empty for the last
 * @param extraParameters {@code DockerBuildExtraParams}: options of the docker command, as written
 * @param imageName name of the image; empty if it is made from the id of the function
 */
public record DockerBuild(
        Path context,
        String dockerfile,
        Optional<String> tag,
        Map<String, String> arguments,
        Optional<String> target,
        List<String> extraParameters,
        Optional<String> imageName) {

    public DockerBuild {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        extraParameters = List.copyOf(extraParameters);
    }
}
