package io.github.sammaven.core.transform.connector;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.policy.ConnectorResource;
import java.util.List;
import java.util.Optional;

/** The name of the role that one end of a connector has. */
final class RoleName {

    private RoleName() {}

    /** @param other the end that a target of a rule may be */
    static Optional<Node> of(End end, End other) {
        return end.reference().get("RoleName").filter(name -> !name.isNull()).or(() -> end.resource()
                .flatMap(resource -> end.known()
                        .flatMap(ConnectorResource::role)
                        .flatMap(role -> roleArn(resource, role, other))
                        .flatMap(RoleName::logicalId)
                        .map(Intrinsic::ref)));
    }

    private static Optional<Node> roleArn(CloudFormationResource resource, ConnectorResource.Role role, End other) {
        if (role instanceof ConnectorResource.Role.InProperty inProperty) {
            return resource.property(inProperty.property());
        }
        List<Node> targets = resource.property("Targets")
                .flatMap(Node::asSequence)
                .map(SequenceNode::items)
                .orElse(List.of());
        return targets.stream()
                .flatMap(target -> target.asMapping().stream())
                .filter(target -> target.get("Arn").flatMap(RoleName::logicalId).equals(other.logicalId()))
                .findFirst()
                .flatMap(target -> target.get("RoleArn"));
    }

    /** The id in {@code Ref} or {@code Fn::GetAtt}. */
    static Optional<String> logicalId(Node node) {
        return Intrinsic.of(node)
                .filter(function -> function.is(Intrinsic.REF) || function.is(Intrinsic.GET_ATT))
                .map(Intrinsic::argument)
                .flatMap(argument -> argument.asSequence()
                        .flatMap(list -> list.items().stream().findFirst())
                        .or(() -> Optional.of(argument)))
                .flatMap(Node::asText)
                .map(text -> text.contains(".") ? text.substring(0, text.indexOf('.')) : text);
    }

    static boolean names(MappingNode properties, String property, String logicalId) {
        return properties
                .get(property)
                .flatMap(RoleName::logicalId)
                .filter(logicalId::equals)
                .isPresent();
    }
}
