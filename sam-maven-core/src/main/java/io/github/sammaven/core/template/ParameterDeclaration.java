package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.SourceMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the template's {@code Parameters} section.
 *
 * @param name logical id
 * @param mark where the name is written
 * @param body the entry; empty if it is no mapping
 */
public record ParameterDeclaration(String name, SourceMark mark, MappingNode body) {

    /** By name, in template order; what is no mapping declares a parameter without attributes. */
    public static Map<String, ParameterDeclaration> of(Template template) {
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

    /** {@code String} if the template names none. */
    public String type() {
        return body.text("Type").orElse("String");
    }

    public boolean hasDefault() {
        return body.has("Default");
    }

    /** The value must not be shown. */
    public boolean isSecret() {
        return body.text("NoEcho").filter("true"::equalsIgnoreCase).isPresent();
    }

    /** The first thing in which {@code value} does not keep to this declaration. Its size is not looked at. */
    public Optional<ParameterViolation> violation(String value) {
        return new ParameterConstraints(this).violation(value);
    }

    /** The {@code AllowedPattern}, if it is none that Java can read: {@link #violation} does not look at it then. */
    public Optional<Node> uncheckedPattern() {
        return body.get("AllowedPattern").filter(pattern -> pattern.asText()
                .filter(text -> !ParameterConstraints.isPattern(text))
                .isPresent());
    }

    boolean isNumber() {
        return type().equals("Number") || type().equals("List<Number>");
    }

    boolean isList() {
        return type().equals("CommaDelimitedList") || type().startsWith("List<");
    }

    /** The value is the name of an entry in the Parameter Store: the service holds that to the declaration. */
    boolean isStored() {
        return type().startsWith("AWS::SSM::");
    }

    List<String> allowedValues() {
        return body.sequence("AllowedValues").map(SequenceNode::items).orElse(List.of()).stream()
                .map(Node::asText)
                .flatMap(Optional::stream)
                .toList();
    }
}
