package io.github.sammaven.core.deploy;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the template's {@code Parameters} section.
 *
 * @param name logical id
 * @param mark where the name is written
 * @param body the entry
 */
record ParameterDeclaration(String name, SourceMark mark, MappingNode body) {

    /** By name, in template order; what is no mapping declares a parameter without properties. */
    static Map<String, ParameterDeclaration> of(Template template) {
        Map<String, ParameterDeclaration> all = new LinkedHashMap<>();
        template.root().mapping("Parameters").ifPresent(section -> section.entries()
                .forEach((name, node) -> all.put(
                        name,
                        new ParameterDeclaration(
                                name,
                                section.keyMark(name),
                                node.asMapping().orElseGet(() -> MappingNode.of(Map.of(), node.mark()))))));
        return all;
    }

    String type() {
        return body.text("Type").orElse("String");
    }

    boolean hasDefault() {
        return body.has("Default");
    }

    boolean isSecret() {
        return body.text("NoEcho").filter("true"::equalsIgnoreCase).isPresent();
    }

    boolean isNumber() {
        return type().equals("Number") || type().equals("List<Number>");
    }

    boolean isList() {
        return type().equals("CommaDelimitedList") || type().startsWith("List<");
    }

    /** The value is the name of an entry in the parameter store: the service holds it to the type, not we. */
    boolean isStored() {
        return type().startsWith("AWS::SSM::");
    }

    Optional<List<String>> allowedValues() {
        return body.sequence("AllowedValues").map(values -> values.items().stream()
                .map(Node::asText)
                .flatMap(Optional::stream)
                .toList());
    }

    Optional<BigDecimal> number(String property) {
        return body.text(property).flatMap(ParameterDeclaration::parse);
    }

    static Optional<BigDecimal> parse(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
