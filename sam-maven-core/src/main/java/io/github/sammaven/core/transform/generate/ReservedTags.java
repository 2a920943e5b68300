package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.Map;
import java.util.Set;

/** Tags that SAM sets itself on functions and applications. */
public final class ReservedTags {

    private static final Set<String> KEYS =
            Set.of("lambda:createdBy", "serverlessrepo:applicationId", "serverlessrepo:semanticVersion");

    private ReservedTags() {}

    /** @throws InvalidResourceException if {@code Tags} of the resource has one of them */
    public static void check(SamResource resource) {
        resource.get("Tags")
                .flatMap(Node::asMapping)
                .map(MappingNode::entries)
                .orElse(Map.of())
                .forEach((key, value) -> {
                    if (KEYS.contains(key)) {
                        throw resource.invalid(value, "tag '%s' is reserved for SAM".formatted(key), "choose another");
                    }
                });
    }
}
