package io.github.sammaven.core.transform.graphql;

import io.github.sammaven.core.template.MappingNode;
import java.util.List;

/**
 * Permissions that one part needs on another, as a connector gives them.
 *
 * @param connectorId what the generated resources' ids begin with
 * @param source {@code Type} and what identifies the one that acts, as {@code Source} of a connector has it
 * @param destination the same of the other end
 * @param permissions {@code Read}, {@code Write}
 */
public record ServiceLink(String connectorId, MappingNode source, MappingNode destination, List<String> permissions) {

    public ServiceLink {
        permissions = List.copyOf(permissions);
    }
}
