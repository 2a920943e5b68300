package io.github.sammaven.core.validate;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a parameter declaration asks of its value. Values of NoEcho parameters never get into a message. */
final class ParameterConstraints {

    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

    private final MappingNode declaration;
    private final boolean secret;

    ParameterConstraints(MappingNode declaration) {
        this.declaration = declaration;
        this.secret =
                declaration.text("NoEcho").filter("true"::equalsIgnoreCase).isPresent();
    }

    /** Why {@code value} is refused, as the end of a sentence. */
    Optional<String> violation(String value) {
        String type = declaration.text("Type").orElse("String");
        if (type.startsWith("AWS::SSM::Parameter::Value<")) {
            return Optional.empty();
        }
        boolean list = type.startsWith("List<") || type.equals("CommaDelimitedList");
        boolean number = type.equals("Number") || type.equals("List<Number>");
        // An empty default of a list parameter stands for the empty list.
        List<String> items = list ? List.of(value.split("\\s*,\\s*", -1)) : List.of(value);
        if (list && value.isBlank()) {
            return Optional.empty();
        }
        return items.stream()
                .map(String::strip)
                .flatMap(item -> (number ? numberViolation(item) : textViolation(item, list)).stream())
                .findFirst()
                .or(() -> items.stream()
                        .map(String::strip)
                        .flatMap(item -> notAllowed(item).stream())
                        .findFirst());
    }

    private Optional<String> numberViolation(String item) {
        if (!NUMBER.matcher(item).matches()) {
            return Optional.of(shown(item) + "is not a number");
        }
        BigDecimal value = new BigDecimal(item);
        return bound("MinValue")
                .filter(min -> value.compareTo(min) < 0)
                .map(min -> shown(item) + "is under MinValue " + min.toPlainString())
                .or(() -> bound("MaxValue")
                        .filter(max -> value.compareTo(max) > 0)
                        .map(max -> shown(item) + "is over MaxValue " + max.toPlainString()));
    }

    private Optional<String> textViolation(String item, boolean inList) {
        BigDecimal length = BigDecimal.valueOf(item.length());
        if (!inList) {
            Optional<String> wrong = bound("MinLength")
                    .filter(min -> length.compareTo(min) < 0)
                    .map(min -> shown(item) + "is shorter than MinLength " + min.toPlainString())
                    .or(() -> bound("MaxLength")
                            .filter(max -> length.compareTo(max) > 0)
                            .map(max -> shown(item) + "is longer than MaxLength " + max.toPlainString()));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return declaration
                .text("AllowedPattern")
                .filter(pattern -> !matches(pattern, item))
                .map(pattern -> shown(item) + "does not match AllowedPattern " + pattern);
    }

    /** A pattern that Java cannot read may still be one for CloudFormation, so it refuses nothing. */
    private static boolean matches(String pattern, String item) {
        try {
            return Pattern.compile(pattern).matcher(item).matches();
        } catch (PatternSyntaxException foreign) {
            return true;
        }
    }

    private Optional<String> notAllowed(String item) {
        List<String> allowed = declaration.sequence("AllowedValues").map(SequenceNode::items).orElse(List.of()).stream()
                .map(Node::asText)
                .flatMap(Optional::stream)
                .toList();
        if (allowed.isEmpty() || allowed.contains(item) || allowed.stream().anyMatch(text -> sameNumber(text, item))) {
            return Optional.empty();
        }
        return Optional.of(
                shown(item) + "is none of the AllowedValues" + (secret ? "" : " " + String.join(", ", allowed)));
    }

    private static boolean sameNumber(String one, String other) {
        return NUMBER.matcher(one).matches()
                && NUMBER.matcher(other).matches()
                && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    private Optional<BigDecimal> bound(String name) {
        return declaration
                .text(name)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(BigDecimal::new);
    }

    private String shown(String item) {
        return secret ? "" : "'" + item + "' ";
    }
}
