package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.List;
import java.util.Map;

/** Goes through the properties of a resource together with the tables that describe them. */
final class PropertyWalk {

    private final PropertyTables tables;
    private final PropertyRule rule;

    PropertyWalk(PropertyTables tables, PropertyRule rule) {
        this.tables = tables;
        this.rule = rule;
    }

    void walk(PropertyTable table, MappingNode mapping, String place) {
        rule.check(table, mapping, place);
        mapping.entries().forEach((name, value) -> {
            Property property = table.properties().get(name);
            if (property != null) {
                property.shape().ifPresent(shape -> inside(shape, value, place.isEmpty() ? name : place + "." + name));
            }
        });
    }

    private void inside(PropertyShape shape, Node value, String place) {
        if (Intrinsic.of(value).isPresent()) {
            return;
        }
        if (!shape.each()) {
            described(shape, value, place);
            return;
        }
        value.asMapping()
                .map(MappingNode::entries)
                .orElse(Map.of())
                .forEach((name, item) -> described(shape, item, place + "." + name));
        List<Node> items = value.asSequence().map(SequenceNode::items).orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            described(shape, items.get(i), place + "[" + i + "]");
        }
    }

    private void described(PropertyShape shape, Node value, String place) {
        if (Intrinsic.of(value).isPresent()) {
            return;
        }
        value.asMapping().ifPresent(mapping -> {
            String block =
                    shape.byType() ? shape.block() + "/" + mapping.text("Type").orElse("") : shape.block();
            tables.table(block).ifPresent(table -> walk(table, mapping, place));
        });
    }
}
