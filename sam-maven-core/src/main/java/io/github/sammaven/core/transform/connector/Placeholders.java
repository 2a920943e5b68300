package io.github.sammaven.core.transform.connector;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts values of both ends into what a connector grants, where <code>%{Source.Arn}</code> and the like stand. */
final class Placeholders {

    private final SamResource connector;
    private final End source;
    private final End destination;

    Placeholders(SamResource connector, End source, End destination) {
        this.connector = connector;
        this.source = source;
        this.destination = destination;
    }

    Node filled(Node node) {
        if (node instanceof MappingNode mapping) {
            return filled(mapping);
        }
        if (node instanceof SequenceNode list) {
            return SequenceNode.of(list.items().stream().map(this::filled).toList());
        }
        return node instanceof ScalarNode scalar && scalar.isString() ? text(scalar.text()) : node;
    }

    MappingNode filled(MappingNode mapping) {
        Map<String, Node> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, value) -> entries.put(key, filled(value)));
        return MappingNode.of(entries);
    }

    private Node text(String text) {
        StringBuilder plain = new StringBuilder();
        MappingNode.Builder variables = MappingNode.builder();
        boolean hasVariables = false;
        int done = 0;
        for (int open = text.indexOf("%{"); open >= 0; open = text.indexOf("%{", done)) {
            int close = text.indexOf('}', open);
            String name = text.substring(open + 2, close);
            if (open == 0 && close == text.length() - 1) {
                return value(name);
            }
            String variable = name.replace(".", "");
            plain.append(text, done, open).append("${").append(variable).append('}');
            variables.put(variable, value(name));
            hasVariables = true;
            done = close + 1;
        }
        plain.append(text.substring(done));
        if (hasVariables) {
            return Intrinsic.sub(plain.toString(), variables.build());
        }
        return text.contains("${") ? Intrinsic.sub(text) : ScalarNode.string(text);
    }

    /** @param name {@code Source.Arn} */
    private Node value(String name) {
        int dot = name.indexOf('.');
        boolean ofSource = name.startsWith("Source");
        Optional<Node> value = (ofSource ? source : destination).value(name.substring(dot + 1));
        return value.orElseThrow(() -> connector.invalid(
                (ofSource ? source : destination).reference(),
                "%s of the %s is not known".formatted(name.substring(dot + 1), ofSource ? "source" : "destination"),
                "name a resource of the template by Id, or give %s beside its Type"
                        .formatted(name.substring(dot + 1))));
    }
}
