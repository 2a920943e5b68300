package io.github.sammaven.core.transform.graphql;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The API that is translated, and what was made of it so far. Every resource of it carries all attributes of the API.
 *
 * @param sam the API as written
 * @param errors receives what is wrong with single functions and resolvers
 * @param resources what was made so far
 * @param links what shall be allowed to reach what
 */
public record AppSyncApi(
        SamResource sam, TransformErrors errors, List<CloudFormationResource> resources, List<ServiceLink> links) {

    static final String APPSYNC = "appsync.amazonaws.com";

    public static AppSyncApi of(SamResource sam, TransformErrors errors) {
        return new AppSyncApi(sam, errors, new ArrayList<>(), new ArrayList<>());
    }

    public String logicalId() {
        return sam.logicalId();
    }

    /** What the resources of the API call {@code ApiId}. */
    public MappingNode apiId() {
        return Intrinsic.getAtt(logicalId(), "ApiId");
    }

    CloudFormationResource add(String id, String type, MappingNode properties) {
        CloudFormationResource resource = sam.main(id, type, properties);
        resources.add(resource);
        return resource;
    }

    /** Calls {@code action} with the mappings under {@code owner.property}; what is none is reported. */
    void forEach(MappingNode owner, String property, BiConsumer<String, MappingNode> action) {
        Optional<Node> entries = owner.get(property).filter(value -> !value.isNull());
        entries.ifPresent(node -> errors.during(() -> mapping(node, property)
                .entries()
                .forEach((key, value) ->
                        errors.during(() -> action.accept(key, mapping(value, property + "." + key))))));
    }

    /** {@code node} as a mapping; null stands for an empty one. */
    MappingNode mapping(Node node, String place) {
        return node.isNull()
                ? MappingNode.of(Map.of(), node.mark())
                : node.asMapping()
                        .orElseThrow(() -> sam.invalid(
                                node, "%s must be a mapping, this is %s".formatted(place, node.kindName()), ""));
    }

    /** The value of a key; null counts as absent. */
    static Optional<Node> value(MappingNode mapping, String key) {
        return mapping.get(key).filter(value -> !value.isNull());
    }
}
