package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Lambda::EventSourceMapping}: Lambda polls a source and calls the function with what it finds. */
final class EventSourceMapping {

    static final String TYPE = "AWS::Lambda::EventSourceMapping";

    private static final List<String> COPIED = List.of(
            "BatchSize",
            "Enabled",
            "StartingPosition",
            "StartingPositionTimestamp",
            "MaximumBatchingWindowInSeconds",
            "MaximumRetryAttempts",
            "BisectBatchOnFunctionError",
            "MaximumRecordAgeInSeconds",
            "ParallelizationFactor",
            "Topics",
            "Queues",
            "SourceAccessConfigurations",
            "TumblingWindowInSeconds",
            "FunctionResponseTypes",
            "FilterCriteria",
            "KmsKeyArn",
            "ScalingConfig",
            "ProvisionedPollerConfig",
            "MetricsConfig",
            "LoggingConfig");

    private final FunctionEvent event;
    private final MappingNode.Builder properties = MappingNode.builder();

    EventSourceMapping(FunctionEvent event) {
        this.event = event;
    }

    EventSourceMapping source(String property) {
        properties.put("EventSourceArn", event.get(property));
        return this;
    }

    EventSourceMapping with(String name, Optional<? extends Node> value) {
        properties.put(name, value);
        return this;
    }

    CloudFormationResource resource() {
        checkFilters();
        properties.put("FunctionName", event.target().name());
        COPIED.forEach(name -> properties.put(name, event.get(name)));
        properties.put("DestinationConfig", new FailureDestination(event).config());
        properties.put(
                "SelfManagedEventSource",
                event.given("KafkaBootstrapServers")
                        .map(servers -> MappingNode.of("Endpoints", MappingNode.of("KafkaBootstrapServers", servers))));
        return event.resource("", TYPE, properties.build());
    }

    private void checkFilters() {
        event.get("FilterCriteria")
                .flatMap(Node::asMapping)
                .filter(criteria ->
                        !criteria.keys().isEmpty() && !Set.of("Filters").containsAll(criteria.keys()))
                .filter(criteria -> Intrinsic.of(criteria).isEmpty())
                .ifPresent(criteria -> {
                    throw event.invalid(
                            criteria,
                            "FilterCriteria has nothing but Filters",
                            "write FilterCriteria: {Filters: [...]}");
                });
    }
}
