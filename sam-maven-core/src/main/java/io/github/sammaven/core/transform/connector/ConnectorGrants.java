package io.github.sammaven.core.transform.connector;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import io.github.sammaven.core.transform.generate.PolicyDocument;
import io.github.sammaven.core.transform.policy.ConnectorAccess;
import io.github.sammaven.core.transform.policy.ConnectorEnd;
import io.github.sammaven.core.transform.policy.ConnectorKind;
import io.github.sammaven.core.transform.policy.ConnectorProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes the resources that let one end of a connector reach the other.
 *
 * @param connector the connector
 * @param suffix what ids end with, for one of several destinations
 * @param source the end that acts
 * @param destination the other end
 */
record ConnectorGrants(SamResource connector, String suffix, End source, End destination) {

    /** @param asked permissions, each of which the profile has */
    List<CloudFormationResource> resources(ConnectorProfile profile, Set<ConnectorAccess> asked) {
        Placeholders placeholders = new Placeholders(connector, source, destination);
        if (profile.kind() == ConnectorKind.LAMBDA_PERMISSION) {
            return profile.permissions().entrySet().stream()
                    .filter(entry -> asked.contains(entry.getKey()))
                    .flatMap(entry -> entry.getValue().stream()
                            .map(properties -> resource(
                                    entry.getKey().word() + "LambdaPermission",
                                    LambdaPermission.TYPE,
                                    placeholders.filled(properties).with("FunctionName", destination("Arn")))))
                    .toList();
        }
        List<Node> statements = new ArrayList<>();
        profile.permissions().forEach((access, each) -> {
            if (asked.contains(access)) {
                each.forEach(statement -> statements.add(placeholders.filled(statement)));
            }
        });
        MappingNode document = PolicyDocument.of(statements.toArray(Node[]::new));
        return List.of(
                switch (profile.kind()) {
                    case QUEUE_POLICY ->
                        attached("QueuePolicy", "AWS::SQS::QueuePolicy", document, "Queues", destination("QueueUrl"));
                    case TOPIC_POLICY ->
                        attached("TopicPolicy", "AWS::SNS::TopicPolicy", document, "Topics", destination("Arn"));
                    default -> attached("Policy", "AWS::IAM::ManagedPolicy", document, "Roles", role(profile.holder()));
                });
    }

    private Node destination(String value) {
        return destination
                .value(value)
                .orElseThrow(() -> connector.invalid(
                        destination.reference(), "%s of the destination is not known".formatted(value), ""));
    }

    private Node role(ConnectorEnd holder) {
        boolean ofSource = holder == ConnectorEnd.SOURCE;
        End end = ofSource ? source : destination;
        return RoleName.of(end, ofSource ? destination : source)
                .orElseThrow(() -> connector.invalid(
                        end.reference(),
                        "the role of the %s is not known".formatted(ofSource ? "source" : "destination"),
                        "give the resource a role of this template, or RoleName beside its Type"));
    }

    private CloudFormationResource attached(
            String suffixOfKind, String type, MappingNode document, String property, Node holder) {
        return resource(
                suffixOfKind,
                type,
                MappingNode.builder()
                        .put("PolicyDocument", document)
                        .put(property, SequenceNode.of(holder))
                        .build());
    }

    private CloudFormationResource resource(String suffixOfKind, String type, MappingNode properties) {
        CloudFormationResource resource =
                connector.main(connector.logicalId() + suffixOfKind + suffix, type, properties);
        MappingNode metadata = resource.body()
                .mapping("Metadata")
                .orElseGet(() -> MappingNode.builder().build())
                .with(
                        "aws:sam:connectors",
                        MappingNode.of(
                                connector.logicalId(),
                                MappingNode.builder()
                                        .put("Source", typed(source))
                                        .put("Destination", typed(destination))
                                        .build()));
        return resource.withAttribute("Metadata", metadata);
    }

    private static MappingNode typed(End end) {
        return MappingNode.of("Type", ScalarNode.string(end.writtenType()));
    }
}
