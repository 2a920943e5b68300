package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code Conditions} section; each condition is worked out once, when something first asks for it. */
final class Conditions {

    private final MappingNode definitions;
    private final Map<String, Decided> memo = new HashMap<>();
    private final LinkedHashSet<String> inProgress = new LinkedHashSet<>();

    private record Decided(Truth truth, Evaluation findings) {}

    Conditions(Template template) {
        definitions = template.root()
                .mapping("Conditions")
                .orElse(MappingNode.builder(template.root().mark()).build());
    }

    /** The condition called {@code name}; why it is unknown or wrong goes into {@code in}. */
    Truth named(String name, SourceMark mark, Evaluation in) {
        Decided known = memo.get(name);
        if (known == null) {
            Optional<Node> definition = definitions.get(name);
            if (definition.isEmpty()) {
                return wrong(
                        mark,
                        "there is no condition '" + name + "'",
                        NearestName.suggestion(name, definitions.keys()),
                        in);
            }
            if (inProgress.contains(name)) {
                return circle(name, in);
            }
            known = decide(name, definition.get(), in.fork());
        }
        in.absorb(known.findings());
        return known.truth();
    }

    private Decided decide(String name, Node definition, Evaluation side) {
        inProgress.add(name);
        Decided decided = new Decided(of(definition, side), side);
        inProgress.remove(name);
        memo.put(name, decided);
        return decided;
    }

    private Truth circle(String name, Evaluation in) {
        List<String> names = new ArrayList<>(inProgress);
        List<String> circle = names.subList(names.indexOf(name), names.size());
        String shown = String.join(" → ", circle.subList(0, Math.min(circle.size(), 10)));
        return wrong(
                definitions.keyMark(name),
                "the condition " + name + " depends on itself",
                "break the circle " + shown + " → " + name,
                in);
    }

    /** What stands where a condition is expected: a condition function, or a value that is true or false. */
    Truth of(Node node, Evaluation in) {
        Optional<Intrinsic> reference = Intrinsic.of(node).filter(call -> call.is(Intrinsic.CONDITION));
        if (reference.isPresent()) {
            return referenced(reference.get(), in);
        }
        Optional<Node> value = in.known(node);
        if (value.isEmpty()) {
            return Truth.UNKNOWN;
        }
        String text = value.get().asText().orElse("");
        return text.equals("true") || text.equals("false")
                ? Truth.of(text.equals("true"))
                : wrong(node.mark(), "a condition must be true or false", "compare it with Fn::Equals", in);
    }

    private Truth referenced(Intrinsic reference, Evaluation in) {
        SourceMark mark = reference.node().mark();
        Optional<String> name = reference.argument().asText();
        return name.isPresent()
                ? named(name.get(), mark, in)
                : wrong(mark, "Condition takes the name of a condition", "", in);
    }

    private static Truth wrong(SourceMark mark, String message, String suggestion, Evaluation in) {
        in.add(Problem.error(mark, message, suggestion));
        return Truth.UNKNOWN;
    }
}
