package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries of {@code Conditions} that the transform adds. Not safe for threads. */
public final class GeneratedConditions {

    /** What {@code Fn::Or} takes. Quota: conditions per Fn::Or, 2 to 10. */
    private static final int MAX_OPERANDS = 10;

    private final Map<String, Node> added = new LinkedHashMap<>();

    /** Unmodifiable view, in the order of addition. */
    public Map<String, Node> added() {
        return Collections.unmodifiableMap(added);
    }

    public void add(String name, Node value) {
        added.put(name, value);
    }

    /** Adds {@code NOT<condition>} and returns its name. */
    public String addNot(String condition) {
        return addNot("NOT" + condition, condition);
    }

    public String addNot(String name, String condition) {
        add(name, MappingNode.of("Fn::Not", SequenceNode.of(conditionOf(condition))));
        return name;
    }

    /**
     * Adds {@code name} as the conjunction of two conditions. Both are written as conditions of a condition, as the hosted
     * macro writes them.
     */
    public String addAnd(String name, String first, String second) {
        add(
                name,
                MappingNode.of(
                        "Fn::And",
                        SequenceNode.of(
                                MappingNode.of(Intrinsic.CONDITION, conditionOf(first)),
                                MappingNode.of(Intrinsic.CONDITION, conditionOf(second)))));
        return name;
    }

    /**
     * The condition that holds when any of {@code names} does: the one itself if it is alone, else {@code name}, which is
     * added, as a chain if there are more than an {@code Fn::Or} takes.
     */
    public String anyOf(String name, List<String> names) {
        if (names.size() == 1) {
            return names.get(0);
        }
        int links = 1 + Math.max(0, names.size() - 2) / (MAX_OPERANDS - 1);
        List<String> rest = new ArrayList<>(names);
        int taken = 0;
        for (int link = links - 1; link >= 0; link--) {
            String linkName = link == 0 ? name : name + link;
            int end = Math.min(taken + MAX_OPERANDS, rest.size());
            List<Node> operands = new ArrayList<>();
            rest.subList(taken, end).forEach(operand -> operands.add(conditionOf(operand)));
            taken = end;
            rest.add(linkName);
            add(linkName, MappingNode.of("Fn::Or", SequenceNode.of(operands)));
        }
        return name;
    }

    private static MappingNode conditionOf(String name) {
        return MappingNode.of(Intrinsic.CONDITION, ScalarNode.string(name));
    }
}
