package io.github.sammaven.core.transform.connector;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.policy.ConnectorResources;
import java.util.Optional;
import java.util.Set;

/** Finds the resources that connectors name. */
final class EndReader {

    private static final Set<String> BESIDE_ID = Set.of("Id", "Qualifier");

    private final TransformContext context;
    private final ConnectorResources resources;

    EndReader(TransformContext context, ConnectorResources resources) {
        this.context = context;
        this.resources = resources;
    }

    /** @param connector whose {@code Source} or {@code Destination} it is */
    End read(SamResource connector, MappingNode reference) {
        if (!reference.has("Id")) {
            String type = text(connector, reference, "Type");
            String cloudFormationType = resources.cloudFormationType(type);
            return new End(
                    cloudFormationType, cloudFormationType, reference, Optional.empty(), resources.resource(cloudFormationType));
        }
        if (!BESIDE_ID.containsAll(reference.keys())) {
            throw connector.invalid(
                    reference,
                    "a reference by Id takes nothing but a Qualifier",
                    "name the resource by Id, or give its Type and values without an Id");
        }
        String id = text(connector, reference, "Id");
        MappingNode written = context.source(id)
                .orElseThrow(
                        () -> connector.invalid(reference, "there is no resource '%s'".formatted(id), "check the Id"));
        String writtenType = written.get("Type")
                .flatMap(Node::asScalar)
                .filter(ScalarNode::isString)
                .map(ScalarNode::text)
                .orElseThrow(() -> connector.invalid(reference, "resource %s has no Type".formatted(id), ""));
        Optional<CloudFormationResource> transformed = context.result().get(id);
        String type = transformed.map(CloudFormationResource::type).orElse(writtenType);
        return new End(writtenType, type, reference, transformed, resources.resource(type));
    }

    private static String text(SamResource connector, MappingNode reference, String name) {
        return reference
                .get(name)
                .flatMap(Node::asScalar)
                .filter(ScalarNode::isString)
                .map(ScalarNode::text)
                .orElseThrow(() -> connector.invalid(
                        reference,
                        "a reference needs %s, a string".formatted(name),
                        "name a resource of the template by Id, or give its Type and values"));
    }
}
