package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.NearestName;
import java.util.List;
import java.util.Optional;

/** {@code Fn::FindInMap}, with intrinsic functions in the keys and a default value. */
final class FindInMapFunction implements IntrinsicFunction {

    private static final String TRANSFORM = "Fn::Transform";

    private final MappingNode mappings;

    FindInMapFunction(Template template) {
        mappings = template.root()
                .mapping("Mappings")
                .orElse(MappingNode.builder(template.root().mark()).build());
    }

    @Override
    public Answer apply(Intrinsic call, Evaluation in) {
        Optional<List<Node>> arguments = Arguments.written(call, in, 3, 4, "a mapping name and two keys");
        if (arguments.isEmpty()) {
            return Evaluation.open(call);
        }
        Optional<List<Node>> keys = in.known(new SequenceNode(
                        arguments.get().subList(0, 3), call.argument().mark()))
                .flatMap(Node::asSequence)
                .map(SequenceNode::items);
        if (keys.isEmpty()) {
            return Evaluation.open(call);
        }
        List<String> path =
                keys.get().stream().flatMap(key -> key.asText().stream()).toList();
        if (path.size() != 3) {
            return in.error(call, "the keys of Fn::FindInMap must be text", "");
        }
        Optional<Node> fallback = arguments.get().stream()
                .skip(3)
                .findFirst()
                .flatMap(Node::asMapping)
                .flatMap(option -> option.get("DefaultValue"));
        return find(call, path, fallback, in);
    }

    private Answer find(Intrinsic call, List<String> path, Optional<Node> fallback, Evaluation in) {
        MappingNode level = mappings;
        for (int i = 0; i < 3; i++) {
            Optional<Node> value = level.get(path.get(i));
            if (value.isEmpty()) {
                return level.has(TRANSFORM)
                        ? in.unknown(call, "a macro fills the mapping")
                        : absent(call, path, i, level, fallback, in);
            }
            if (i == 2) {
                return in.evaluate(value.get());
            }
            if (!(value.get() instanceof MappingNode next)) {
                return in.error(call, "Mappings entry " + path.get(i) + " must be a mapping of two levels", "");
            }
            level = next;
        }
        throw new IllegalStateException("three levels are always decided");
    }

    private static Answer absent(
            Intrinsic call, List<String> path, int index, MappingNode level, Optional<Node> fallback, Evaluation in) {
        if (fallback.isPresent()) {
            return in.evaluate(fallback.get());
        }
        String where = index == 0 ? "Mappings" : "Mappings." + String.join(".", path.subList(0, index));
        String near = NearestName.suggestion(path.get(index), level.keys());
        return in.error(
                call,
                "Fn::FindInMap finds no '" + path.get(index) + "' in " + where,
                near.isEmpty() ? "add it there, or give a fourth argument {DefaultValue: ...}" : near);
    }
}
