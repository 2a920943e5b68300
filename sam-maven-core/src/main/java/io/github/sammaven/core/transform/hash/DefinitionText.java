package io.github.sammaven.core.transform.hash;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.NodeVisitor;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CanonicalJson;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.Map;
import java.util.Set;

/** A definition as Python 2.7 prints the dictionary that it is. */
final class DefinitionText implements NodeVisitor<Void> {

    private final DefinitionOrder order;
    private final WrittenStrings written;
    private final StringBuilder out = new StringBuilder();
    private Place place = Place.ROOT;

    private DefinitionText(DefinitionOrder order, WrittenStrings written) {
        this.order = order;
        this.written = written;
    }

    /**
     * @param definition the definition, or where it is
     * @param routes methods by path of the events of the API
     */
    static String of(Node definition, SamResource api, Map<String, Set<String>> routes) {
        MappingNode sections = definition.asMapping().orElseGet(() -> MappingNode.of(Map.of()));
        var text = new DefinitionText(new DefinitionOrder(sections, api, routes), new WrittenStrings(api, routes));
        definition.accept(text);
        return text.out.toString();
    }

    /** An expression that the template has. */
    static String ofExpression(Node expression) {
        MappingNode none = MappingNode.of(Map.of());
        return of(expression, new SamResource("", "", none, none, expression.mark()), Map.of());
    }

    @Override
    public Void mapping(MappingNode node) {
        Place here = place;
        String separator = "{";
        for (String key : order.keys(here, node)) {
            out.append(separator);
            PythonText.append(out, key, written.isKey(here, node, key));
            out.append(": ");
            place = here.child(key);
            node.entries().get(key).accept(this);
            separator = ", ";
        }
        place = here;
        out.append(node.size() == 0 ? "{}" : "}");
        return null;
    }

    @Override
    public Void sequence(SequenceNode node) {
        Place here = place;
        out.append('[');
        String separator = "";
        for (Node item : node.items()) {
            out.append(separator);
            place = here;
            item.accept(this);
            separator = ", ";
        }
        out.append(']');
        return null;
    }

    @Override
    public Void scalar(ScalarNode node) {
        switch (node.kind()) {
            case STRING -> PythonText.append(out, node.text(), written.isValue(place, node));
            case BOOLEAN -> out.append(node.text().equals("true") ? "True" : "False");
            case NULL -> out.append("None");
            default -> out.append(CanonicalJson.compact(node));
        }
        return null;
    }
}
