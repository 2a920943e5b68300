package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.ParameterSubstitution;
import java.util.Optional;

/** What both kinds of Kafka events set of the mapping. */
final class KafkaConfig {

    private static final String REGISTRY = "SchemaRegistryURI";

    private KafkaConfig() {}

    /** Absent if the event sets none of it. */
    static Optional<MappingNode> of(FunctionEvent event, ParameterSubstitution parameters) {
        MappingNode config = MappingNode.builder()
                .put("ConsumerGroupId", event.given("ConsumerGroupId"))
                .put(
                        "SchemaRegistryConfig",
                        event.given("SchemaRegistryConfig").map(node -> resolved(node, parameters)))
                .build();
        return config.size() == 0 ? Optional.empty() : Optional.of(config);
    }

    /** Values of parameters are put into the registry's address where a function joins it from parts. */
    private static Node resolved(Node config, ParameterSubstitution parameters) {
        return config.asMapping()
                .flatMap(mapping -> mapping.get(REGISTRY)
                        .filter(uri -> Intrinsic.of(uri)
                                .filter(function ->
                                        function.argument().asScalar().isEmpty())
                                .isPresent())
                        .<Node>map(uri -> mapping.with(REGISTRY, parameters.resolve(uri))))
                .orElse(config);
    }
}
