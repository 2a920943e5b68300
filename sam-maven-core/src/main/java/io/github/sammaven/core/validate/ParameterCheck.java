package io.github.sammaven.core.validate;

import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ParameterDeclaration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parameters: known types, known attributes, and values that keep to the declaration. */
final class ParameterCheck implements TemplateCheck {

    private static final Set<String> ATTRIBUTES = Set.of(
            "Type",
            "Default",
            "Description",
            "AllowedValues",
            "AllowedPattern",
            "ConstraintDescription",
            "MinLength",
            "MaxLength",
            "MinValue",
            "MaxValue",
            "NoEcho");
    private static final List<String> PLAIN_TYPES =
            List.of("String", "Number", "List<Number>", "List<String>", "CommaDelimitedList");

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Node> declarations = subject.template().section("Parameters");
        MappingNode section = subject.template().root().mapping("Parameters").orElse(MappingNode.of(Map.of()));
        Map<String, String> given = subject.values().parameters();
        declarations.forEach((name, node) -> {
            if (name.startsWith("Fn::")) {
                return;
            }
            SourceMark mark = section.keyMark(name);
            if (!name.matches("[A-Za-z0-9]{1,255}")) {
                problems.add(Problem.error(
                        mark, "the parameter name '" + name + "' is not alphanumeric", "use only letters and digits"));
            }
            node.asMapping()
                    .ifPresentOrElse(
                            declaration ->
                                    parameter(name, declaration, mark, Optional.ofNullable(given.get(name)), problems),
                            () -> problems.add(Problem.error(
                                    mark, name + ": a parameter is a mapping, this is " + node.kindName())));
        });
        given.keySet().stream()
                .filter(name -> !declarations.containsKey(name))
                .sorted()
                .forEach(name -> problems.add(Problem.warning(
                        SourceMark.ofFile(subject.template().root().mark().file()),
                        "a value is given for parameter '" + name + "', which the template does not declare",
                        NearestName.suggestion(name, declarations.keySet()))));
        return problems;
    }

    private static void parameter(
            String name, MappingNode declaration, SourceMark mark, Optional<String> given, List<Problem> problems) {
        declaration.keys().stream()
                .filter(key -> !ATTRIBUTES.contains(key))
                .forEach(key -> problems.add(Problem.error(
                        declaration.keyMark(key),
                        name + ": unknown parameter attribute '" + key + "'",
                        NearestName.suggestion(key, ATTRIBUTES))));
        Optional<String> type = declaration.text("Type");
        if (type.isEmpty()) {
            problems.add(Problem.error(mark, name + ": Type is missing", "add Type: String"));
        } else if (!PLAIN_TYPES.contains(type.get()) && !type.get().matches("(List<)?AWS::.+")) {
            problems.add(Problem.error(
                    declaration.get("Type").orElse(declaration).mark(),
                    name + ": unknown parameter type '" + type.get() + "'",
                    NearestName.suggestion(type.get(), PLAIN_TYPES)));
        }
        ParameterDeclaration declared = new ParameterDeclaration(name, mark, declaration);
        declaration
                .get("Default")
                .flatMap(Node::asText)
                .ifPresent(value -> value(declared, "the default", value, declaration.keyMark("Default"), problems));
        given.ifPresent(value -> value(declared, "the given value", value, mark, problems));
    }

    private static void value(
            ParameterDeclaration declared, String what, String value, SourceMark mark, List<Problem> problems) {
        String subject = declared.name() + ": " + what;
        declared.violation(value)
                .ifPresent(violation ->
                        problems.add(Problem.error(mark, violation.sentence(subject, ""), violation.wayOut())));
        long bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (Quotas.PARAMETER_VALUE.isExceededBy(bytes)) {
            problems.add(Problem.error(
                    mark,
                    subject + " has " + Quotas.PARAMETER_VALUE.amount(bytes) + ", "
                            + Quotas.PARAMETER_VALUE.amount(Quotas.PARAMETER_VALUE.value()) + " are allowed",
                    Quotas.PARAMETER_VALUE.shownSource()));
        }
    }
}
