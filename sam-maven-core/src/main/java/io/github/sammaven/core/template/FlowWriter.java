package io.github.sammaven.core.template;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes values on one line, in brackets and braces.
 *
 * @param json whether only JSON may come out
 * @param blank what follows commas and colons; for YAML a blank
 */
record FlowWriter(boolean json, String blank) {

    String value(Node node) {
        Optional<TaggedFunction> tagged = json ? Optional.empty() : TaggedFunction.of(node);
        if (tagged.isPresent()) {
            return tagged.get().tag() + " " + value(tagged.get().argument());
        }
        if (node instanceof MappingNode mapping) {
            return mapping.entries().entrySet().stream()
                    .map(entry -> entry(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining("," + blank, "{", "}"));
        }
        if (node instanceof SequenceNode list) {
            return list.items().stream().map(this::value).collect(Collectors.joining("," + blank, "[", "]"));
        }
        return json ? JsonTreeWriter.compact(node) : YamlScalar.inFlow((ScalarNode) node);
    }

    String entry(String key, Node value) {
        return value(ScalarNode.string(key)) + ":" + blank + value(value);
    }
}
