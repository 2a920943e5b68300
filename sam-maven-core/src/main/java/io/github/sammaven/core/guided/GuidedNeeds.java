package io.github.sammaven.core.guided;

import io.github.sammaven.core.capability.RequiredCapabilities;
import io.github.sammaven.core.endpoint.OpenEndpoint;
import java.util.List;

/**
 * What the template asks of a person once its parameters have values.
 *
 * @param capabilities what must be granted
 * @param open functions that anybody may call
 * @param signable ids of the functions and layers whose archives a code signing configuration is for; empty if the
 *     template has no such configuration
 * @param images ids of the functions whose images need a repository
 */
public record GuidedNeeds(
        RequiredCapabilities capabilities, List<OpenEndpoint> open, List<String> signable, List<String> images) {

    public GuidedNeeds {
        open = List.copyOf(open);
        signable = List.copyOf(signable);
        images = List.copyOf(images);
    }
}
