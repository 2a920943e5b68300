package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.generate.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What sources that Lambda polls have in common: a mapping, and permissions of the function's role to read. */
abstract class PolledEvent implements FunctionEventSource {

    @Override
    public final EventResult translate(FunctionEvent event) {
        boolean kafka = takesConsumerGroup();
        event.given("ConsumerGroupId").filter(value -> !kafka).ifPresent(value -> {
            throw event.invalid(value, "ConsumerGroupId is for Kafka only", "remove it");
        });
        EventSourceMapping mapping = new EventSourceMapping(event);
        describe(event, mapping);
        List<Node> policies = new ArrayList<>();
        policy(event).ifPresent(policies::add);
        new FailureDestination(event).policy().ifPresent(policies::add);
        return new EventResult(List.of(mapping.resource()), managedPolicies(), policies);
    }

    boolean takesConsumerGroup() {
        return false;
    }

    /** Adds what is special about the source, first of all where it is. */
    abstract void describe(FunctionEvent event, EventSourceMapping mapping);

    /** Names of managed policies with their path. */
    List<String> managedPolicies() {
        return List.of();
    }

    /** A policy of the event's own. */
    Optional<Node> policy(FunctionEvent event) {
        return Optional.empty();
    }

    static Node named(String name, List<Node> statements) {
        return PolicyDocument.named(name, PolicyDocument.withoutVersion(statements));
    }
}
