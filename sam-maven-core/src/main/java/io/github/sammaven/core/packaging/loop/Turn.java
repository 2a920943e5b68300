package io.github.sammaven.core.packaging.loop;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One turn of a loop and of those around it.
 *
 * @param values of the loop variables, the outermost first
 */
public record Turn(Map<String, String> values) {

    /** Outside of every loop. */
    public static final Turn NONE = new Turn(Map.of());

    public Turn {
        values = Map.copyOf(values);
    }

    Turn with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(variable, value);
        return new Turn(more);
    }

    public String value(Loop loop) {
        return values.getOrDefault(loop.variable(), "");
    }

    /** {@code text} as CloudFormation writes it in this turn; <code>&{x}</code> leaves out all but letters and digits. */
    public String in(String text) {
        String written = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            written = written.replace("${" + value.getKey() + "}", value.getValue())
                    .replace("&{" + value.getKey() + "}", value.getValue().replaceAll("[^A-Za-z0-9]", ""));
        }
        return written;
    }

    /** As {@link #in(String)}, with keys, all text below, and {@code Ref}s to loop variables. */
    public Node in(Node node) {
        if (values.isEmpty()) {
            return node;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.isString() ? ScalarNode.string(in(scalar.text()), scalar.mark()) : scalar;
        }
        if (node instanceof SequenceNode sequence) {
            return new SequenceNode(sequence.items().stream().map(this::in).toList(), sequence.mark());
        }
        return in((MappingNode) node);
    }

    private Node in(MappingNode mapping) {
        Optional<String> referred = Intrinsic.of(mapping)
                .filter(call -> call.is(Intrinsic.REF))
                .flatMap(call -> call.argument().asText())
                .map(values::get);
        if (referred.isPresent()) {
            return ScalarNode.string(referred.get(), mapping.mark());
        }
        MappingNode.Builder changed = MappingNode.builder(mapping.mark());
        mapping.entries().forEach((key, value) -> changed.put(in(key), mapping.keyMark(key), in(value)));
        return changed.build();
    }
}
