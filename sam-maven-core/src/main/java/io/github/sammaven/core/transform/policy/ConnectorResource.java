package io.github.sammaven.core.transform.policy;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import java.util.Map;
import java.util.Optional;

/**
 * Where a connector finds the values of a resource of one type.
 *
 * @param role where its role is, if it has one
 * @param values how to get each value, by the name it has in a reference that names no resource: {@code Arn},
 *     {@code QueueUrl}, {@code ResourceId}, {@code Name}, {@code Qualifier}
 */
public record ConnectorResource(Optional<Role> role, Map<String, Source> values) {

    public ConnectorResource {
        values = Map.copyOf(values);
    }

    /** The value as an expression of CloudFormation; none if resources of this type do not have it. */
    public Optional<Node> value(String name, String logicalId) {
        return Optional.ofNullable(values.get(name)).map(source -> source.of(logicalId));
    }

    /** Where a role is. */
    public sealed interface Role {

        /** In a property of the resource. */
        record InProperty(String property) implements Role {}

        /** In {@code RoleArn} of the one of its {@code Targets} that is the other end. */
        record InTarget() implements Role {}
    }

    /** How to get a value. */
    public sealed interface Source {

        Node of(String logicalId);

        /** What {@code Ref} gives. */
        record Reference() implements Source {
            @Override
            public Node of(String logicalId) {
                return Intrinsic.ref(logicalId);
            }
        }

        /** What {@code Fn::GetAtt} gives. */
        record Attribute(String name) implements Source {
            @Override
            public Node of(String logicalId) {
                return Intrinsic.getAtt(logicalId, name);
            }
        }

        /** The same for all resources. */
        record Text(String text) implements Source {
            @Override
            public Node of(String logicalId) {
                return ScalarNode.string(text);
            }
        }
    }
}
