package io.github.sammaven.core.transform.deployment;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code Alarms} of a deployment preference: those that stop a deployment. */
final class AlarmConfiguration {

    private final SamResource function;

    AlarmConfiguration(SamResource function) {
        this.function = function;
    }

    /** Absent if no alarms are named. */
    Optional<Node> of(Optional<Node> alarms) {
        return alarms.filter(node -> !Intrinsic.isNoValue(node))
                .filter(node ->
                        node.asSequence().filter(list -> list.items().isEmpty()).isEmpty())
                .map(this::configured);
    }

    private Node configured(Node alarms) {
        Optional<List<Node>> branches = Intrinsic.of(alarms)
                .filter(intrinsic -> intrinsic.is(Intrinsic.IF))
                .flatMap(intrinsic -> intrinsic.argument().asSequence())
                .map(SequenceNode::items)
                .filter(items -> items.size() == 3);
        return branches.<Node>map(items -> MappingNode.of(
                        Intrinsic.IF, SequenceNode.of(items.get(0), listed(items.get(1)), listed(items.get(2)))))
                .orElseGet(() -> listed(alarms));
    }

    private MappingNode listed(Node alarms) {
        List<Node> names = alarms.asSequence()
                .map(SequenceNode::items)
                .orElseThrow(() -> function.invalid(
                        alarms, "DeploymentPreference.Alarms must be a list, this is " + alarms.kindName(), ""));
        if (names.isEmpty() || Intrinsic.isNoValue(names.get(0))) {
            return MappingNode.of(Map.of());
        }
        return MappingNode.builder()
                .put("Enabled", ScalarNode.bool(true))
                .put(
                        "Alarms",
                        SequenceNode.of(names.stream()
                                .map(name -> MappingNode.of("Name", name))
                                .toList()))
                .build();
    }
}
