package io.github.sammaven.core.local.container;

import java.util.List;

/**
 * An image the engine has.
 *
 * @param id content-derived id, {@code sha256:...}
 * @param architecture as the engine names it, {@code amd64}
 * @param fromRegistry whether it was once pulled or pushed; an image that was not cannot be pulled
 * @param entryPoint what it starts; may be empty
 * @param command arguments of that
 */
public record EngineImage(
        String id, String architecture, boolean fromRegistry, List<String> entryPoint, List<String> command) {

    public EngineImage {
        entryPoint = List.copyOf(entryPoint);
        command = List.copyOf(command);
    }
}
