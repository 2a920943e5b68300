package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code BinaryMediaTypes}. They may be written as JSON pointers, {@code image~1png}. */
public final class BinaryMediaTypes {

    private static final String SECTION = "x-amazon-apigateway-binary-media-types";

    private BinaryMediaTypes() {}

    static void applyTo(ApiDefinition definition, Node types) {
        definition.setSection(SECTION, unescaped(types));
    }

    /** {@code types} with each {@code ~1} replaced by a slash, at every depth. */
    public static Node unescaped(Node types) {
        if (types instanceof SequenceNode list) {
            return new SequenceNode(
                    list.items().stream().map(BinaryMediaTypes::unescaped).toList(), list.mark());
        }
        if (types instanceof MappingNode mapping) {
            Map<String, Node> changed = new LinkedHashMap<>(mapping.entries());
            changed.replaceAll((key, value) -> unescaped(value));
            return mapping.withEntries(changed);
        }
        return types instanceof ScalarNode scalar
                        && scalar.isString()
                        && scalar.text().contains("~1")
                ? ScalarNode.string(scalar.text().replace("~1", "/"), scalar.mark())
                : types;
    }
}
