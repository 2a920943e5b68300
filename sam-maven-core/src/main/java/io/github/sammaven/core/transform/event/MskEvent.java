package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.ParameterSubstitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code MSK}: a topic of a managed Kafka cluster. */
final class MskEvent extends PolledEvent {

    private final ParameterSubstitution parameters;

    MskEvent(ParameterSubstitution parameters) {
        this.parameters = parameters;
    }

    @Override
    boolean takesConsumerGroup() {
        return true;
    }

    @Override
    void describe(FunctionEvent event, EventSourceMapping mapping) {
        mapping.source("Stream").with("AmazonManagedKafkaEventSourceConfig", KafkaConfig.of(event, parameters));
    }

    @Override
    List<String> managedPolicies() {
        return List.of("service-role/AWSLambdaMSKExecutionRole");
    }

    @Override
    Optional<Node> policy(FunctionEvent event) {
        List<Node> statements = new ArrayList<>();
        event.get("SourceAccessConfigurations").ifPresent(list -> entries(list).forEach(entry -> {
            boolean certificate = entry.text("Type")
                    .filter("CLIENT_CERTIFICATE_TLS_AUTH"::equals)
                    .isPresent();
            entry.get("URI")
                    .filter(uri -> certificate && !uri.isNull())
                    .ifPresent(uri -> statements.add(SourceAccess.readingSecret(uri)));
        }));
        statements.addAll(new SchemaRegistry(event, parameters).statements());
        return statements.isEmpty() ? Optional.empty() : Optional.of(named("MSKExecutionRolePolicy", statements));
    }

    private static List<MappingNode> entries(Node list) {
        return list.asSequence().map(SequenceNode::items).orElse(List.of()).stream()
                .flatMap(entry -> entry.asMapping().stream())
                .toList();
    }
}
