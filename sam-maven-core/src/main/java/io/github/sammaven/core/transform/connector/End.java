package io.github.sammaven.core.transform.connector;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.policy.ConnectorResource;
import java.util.Optional;

/**
 * A resource that a connector joins with another.
 *
 * @param writtenType its type in the template
 * @param type its CloudFormation type
 * @param reference how the connector names it
 * @param resource the transformed resource, if the connector names one
 * @param known what is known of its type
 */
record End(
        String writtenType,
        String type,
        MappingNode reference,
        Optional<CloudFormationResource> resource,
        Optional<ConnectorResource> known) {

    Optional<String> logicalId() {
        return resource.map(CloudFormationResource::logicalId);
    }

    /** {@code Arn}, {@code QueueUrl}, ... as written, else as the resource's type has it. */
    Optional<Node> value(String name) {
        return reference.get(name).filter(value -> !value.isNull()).or(() -> logicalId()
                .flatMap(id -> known.flatMap(type -> type.value(name, id))));
    }
}
