package io.github.sammaven.core.local.container;

import io.github.sammaven.core.function.Architecture;
import java.util.Map;
import java.util.Optional;

/**
 * How to build an image from a context.
 *
 * @param dockerfile path in the context
 * @param arguments build arguments
 * @param target stage to stop at; empty for the last
 * @param architecture it is made for
 * @param labels it carries
 * @param afresh whether results of earlier builds are left out, and base images fetched anew
 */
public record ImageRecipe(
        String dockerfile,
        Map<String, String> arguments,
        Optional<String> target,
        Architecture architecture,
        Map<String, String> labels,
        boolean afresh) {

    public ImageRecipe {
        arguments = Map.copyOf(arguments);
        labels = Map.copyOf(labels);
    }
}
