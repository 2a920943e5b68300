package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tags of an HTTP API, which are part of its definition. */
final class BodyTags {

    private static final String SECTION = "tags";
    private static final String NAME = "name";
    private static final String VALUE = "x-amazon-apigateway-tag-value";

    private BodyTags() {}

    static void addCreator(ApiDefinition definition) {
        add(definition, MappingNode.of("httpapi:createdBy", ScalarNode.string("SAM")));
    }

    /** Adds tags; one that is there gets the new value. */
    static void add(ApiDefinition definition, MappingNode tags) {
        Map<String, Node> missing = new LinkedHashMap<>(tags.entries());
        List<Node> changed = new ArrayList<>();
        for (Node tag : existing(definition)) {
            Node value = tag.asMapping()
                    .flatMap(entry -> entry.text(NAME))
                    .map(missing::remove)
                    .orElse(null);
            changed.add(value == null ? tag : withValue(tag, value));
        }
        missing.forEach((name, value) -> changed.add(
                MappingNode.builder().put(NAME, name).put(VALUE, value).build()));
        definition.setSection(SECTION, SequenceNode.of(changed));
    }

    private static Node withValue(Node tag, Node value) {
        return tag.asMapping().<Node>map(entry -> entry.with(VALUE, value)).orElse(tag);
    }

    private static List<Node> existing(ApiDefinition definition) {
        return definition
                .section(SECTION)
                .map(tags -> tags.asSequence()
                        .orElseThrow(() -> InvalidResourceException.ofTemplate(
                                tags.mark(), "'tags' of an API definition is " + tags.kindName(), "a list is expected"))
                        .items())
                .orElse(List.of());
    }
}
