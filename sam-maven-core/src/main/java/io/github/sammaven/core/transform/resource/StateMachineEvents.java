package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.event.StateMachineEvent;
import io.github.sammaven.core.transform.event.StateMachineEventSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lets the event sources of a state machine start it, one after the other. */
final class StateMachineEvents {

    private final TransformContext context;
    private final StateMachineEventSources sources;

    StateMachineEvents(TransformContext context, StateMachineEventSources sources) {
        this.context = context;
        this.sources = sources;
    }

    /** What all events generate, in their order; what is wrong with one is collected. */
    List<CloudFormationResource> translate(SamResource stateMachine, Node target) {
        List<CloudFormationResource> resources = new ArrayList<>();
        stateMachine
                .get("Events")
                .flatMap(Node::asMapping)
                .map(MappingNode::entries)
                .orElse(Map.of())
                .forEach((key, event) ->
                        context.errors().during(() -> resources.addAll(translate(stateMachine, target, key, event))));
        return resources;
    }

    private List<CloudFormationResource> translate(SamResource stateMachine, Node target, String key, Node value) {
        MappingNode event = value.asMapping()
                .orElseThrow(() -> stateMachine.invalid(
                        value, "event %s must be a mapping, this is %s".formatted(key, value.kindName()), ""));
        MappingNode properties = event.mapping("Properties").orElseGet(() -> MappingNode.of(Map.of(), event.mark()));
        return event.text("Type")
                .flatMap(sources::of)
                .map(source ->
                        source.translate(new StateMachineEvent(stateMachine, key, properties, event.mark(), target)))
                .orElse(List.of());
    }
}
