package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.MappingNode;
import java.util.Optional;

/** What both kinds of Kafka events set of the mapping. */
final class KafkaConfig {

    private KafkaConfig() {}

    /** Absent if the event sets none of it. */
    static Optional<MappingNode> of(FunctionEvent event) {
        MappingNode config = MappingNode.builder()
                .copy(event.properties(), "ConsumerGroupId")
                .copy(event.properties(), "SchemaRegistryConfig")
                .build();
        return config.size() == 0 ? Optional.empty() : Optional.of(config);
    }
}
