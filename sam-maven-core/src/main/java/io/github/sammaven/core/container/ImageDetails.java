package io.github.sammaven.core.container;

import java.util.Set;

/**
 * An image an engine has.
 *
 * @param id content-derived id, {@code sha256:...}
 * @param architecture as the engine names it, {@code amd64}
 * @param names with tags
 */
public record ImageDetails(String id, String architecture, Set<String> names) {

    public ImageDetails {
        names = Set.copyOf(names);
    }
}
