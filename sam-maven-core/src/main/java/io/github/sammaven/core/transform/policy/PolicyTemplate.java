package io.github.sammaven.core.transform.policy;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One set of permissions.
 *
 * @param parameters names of the values it needs
 * @param statements what it allows
 */
record PolicyTemplate(List<String> parameters, List<StatementTemplate> statements) {

    PolicyTemplate {
        parameters = List.copyOf(parameters);
        statements = List.copyOf(statements);
    }

    MappingNode document(MappingNode values) {
        Map<String, Node> byLowerName = new HashMap<>();
        for (String name : parameters) {
            Node value = values.get(name).orElseThrow(() -> new IllegalArgumentException("no value for " + name));
            byLowerName.put(name.toLowerCase(Locale.ROOT), value);
        }
        return MappingNode.of(
                "Statement",
                SequenceNode.of(statements.stream()
                        .map(statement -> statement.filled(byLowerName))
                        .toList()));
    }
}
