package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.NearestName;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** What a declaration asks of the value of its parameter. */
final class ParameterConstraints {

    /** Exponents of more digits would make numbers that are too long to be shown. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

    private static final int MAX_SHOWN = 80;

    private final ParameterDeclaration declared;

    ParameterConstraints(ParameterDeclaration declared) {
        this.declared = declared;
    }

    Optional<ParameterViolation> violation(String value) {
        if (declared.isStored()) {
            return Optional.empty();
        }
        return items(value).flatMap(item -> item(item).stream()).findFirst();
    }

    private Stream<String> items(String value) {
        if (!declared.isList()) {
            return Stream.of(value);
        }
        return value.isBlank()
                ? Stream.empty()
                : Arrays.stream(value.split(",", -1)).map(String::strip);
    }

    private Optional<ParameterViolation> item(String item) {
        return (declared.isNumber() ? number(item.strip()) : text(item))
                .map(reason -> violation(item, reason, constraint()))
                .or(() -> notAllowed(item));
    }

    private Optional<String> number(String item) {
        return parse(item)
                .map(number -> outside(number, "MinValue", "under", "MaxValue", "over"))
                .orElse(Optional.of("is not a number"));
    }

    private Optional<String> text(String item) {
        Optional<String> length = declared.isList()
                ? Optional.empty()
                : outside(BigDecimal.valueOf(item.length()), "MinLength", "shorter than", "MaxLength", "longer than");
        return length.or(() -> declared.body()
                .text("AllowedPattern")
                .filter(pattern -> !matches(pattern, item))
                .map(pattern -> "does not match AllowedPattern " + pattern));
    }

    private Optional<String> outside(BigDecimal value, String minimum, String under, String maximum, String over) {
        return bound(minimum)
                .filter(min -> value.compareTo(min) < 0)
                .map(min -> "is " + under + " " + minimum + " " + min.toPlainString())
                .or(() -> bound(maximum)
                        .filter(max -> value.compareTo(max) > 0)
                        .map(max -> "is " + over + " " + maximum + " " + max.toPlainString()));
    }

    /** A pattern that Java cannot read may still be one for CloudFormation, so it refuses nothing. */
    private static boolean matches(String pattern, String item) {
        return !isPattern(pattern) || Pattern.matches(pattern, item);
    }

    static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException foreign) {
            return false;
        }
    }

    private Optional<ParameterViolation> notAllowed(String item) {
        List<String> allowed = declared.allowedValues();
        if (allowed.isEmpty() || allowed.contains(item) || allowed.stream().anyMatch(text -> sameNumber(text, item))) {
            return Optional.empty();
        }
        if (declared.isSecret()) {
            return Optional.of(violation(item, "is none of the AllowedValues", constraint()));
        }
        String near = NearestName.suggestion(item, allowed);
        return Optional.of(violation(
                item,
                "is none of the AllowedValues " + String.join(", ", allowed),
                near.isEmpty() ? constraint() : near));
    }

    private static boolean sameNumber(String one, String other) {
        return parse(one)
                .flatMap(left -> parse(other).map(right -> left.compareTo(right) == 0))
                .orElse(false);
    }

    private Optional<BigDecimal> bound(String name) {
        return declared.body().text(name).flatMap(ParameterConstraints::parse);
    }

    private static Optional<BigDecimal> parse(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private String constraint() {
        return declared.body().text("ConstraintDescription").orElse("");
    }

    private ParameterViolation violation(String item, String reason, String wayOut) {
        if (declared.isSecret()) {
            return new ParameterViolation("", reason, wayOut);
        }
        String shown = item.length() > MAX_SHOWN ? item.substring(0, MAX_SHOWN) + "…" : item;
        return new ParameterViolation("'" + shown + "'", reason, wayOut);
    }
}
