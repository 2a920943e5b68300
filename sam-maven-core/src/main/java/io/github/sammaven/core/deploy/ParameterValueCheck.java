package io.github.sammaven.core.deploy;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Holds a value against what the template asks of it. The value of a secret is not in any message. */
final class ParameterValueCheck {

    /** CloudFormation quotas, parameter value. */
    private static final int MAX_BYTES = 4096;

    private static final int MAX_SHOWN = 80;

    private final ParameterDeclaration declared;

    ParameterValueCheck(ParameterDeclaration declared) {
        this.declared = declared;
    }

    /** The first thing that is wrong with {@code value}. */
    Optional<Problem> problem(String value) {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return problem(
                    String.format(
                            Locale.ROOT,
                            "the value of parameter %s has %,d bytes; CloudFormation takes at most %,d",
                            declared.name(),
                            bytes,
                            MAX_BYTES),
                    "");
        }
        if (declared.isStored()) {
            return Optional.empty();
        }
        List<String> items = declared.isList()
                ? Arrays.stream(value.split(",", -1)).map(String::trim).toList()
                : List.of(value);
        return items.stream().flatMap(item -> item(item).stream()).findFirst();
    }

    private Optional<Problem> item(String item) {
        return number(item)
                .or(() -> allowed(item))
                .or(() -> pattern(item))
                .or(() -> length(item))
                .or(() -> range(item));
    }

    private Optional<Problem> number(String item) {
        return declared.isNumber() && ParameterDeclaration.parse(item).isEmpty()
                ? problem(wrong(item, "is not a number"), constraint())
                : Optional.empty();
    }

    private Optional<Problem> allowed(String item) {
        return declared.allowedValues()
                .filter(values -> !values.contains(item))
                .flatMap(values -> problem(
                        wrong(item, "is not one of the allowed values " + values),
                        declared.isSecret() ? "" : NearestName.suggestion(item, values)));
    }

    private Optional<Problem> pattern(String item) {
        return declared.body()
                .text("AllowedPattern")
                .flatMap(ParameterValueCheck::compile)
                .filter(Predicate.not(pattern -> pattern.matcher(item).matches()))
                .flatMap(pattern -> problem(wrong(item, "does not match the pattern " + pattern), constraint()));
    }

    /** A pattern Java cannot read is left to the service. */
    private static Optional<Pattern> compile(String pattern) {
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException broken) {
            return Optional.empty();
        }
    }

    private Optional<Problem> length(String item) {
        BigDecimal length = BigDecimal.valueOf(item.length());
        return outside(length, "MinLength", "MaxLength")
                .flatMap(bound ->
                        problem(wrong(item, "has " + length + " characters, " + bound + " are allowed"), constraint()));
    }

    private Optional<Problem> range(String item) {
        return ParameterDeclaration.parse(item)
                .flatMap(number -> outside(number, "MinValue", "MaxValue"))
                .flatMap(bound -> problem(wrong(item, "is out of range, " + bound + " is allowed"), constraint()));
    }

    private Optional<String> outside(BigDecimal value, String minimum, String maximum) {
        Optional<String> below = declared.number(minimum)
                .filter(bound -> value.compareTo(bound) < 0)
                .map(bound -> "at least " + bound);
        return below.or(() -> declared.number(maximum)
                .filter(bound -> value.compareTo(bound) > 0)
                .map(bound -> "at most " + bound));
    }

    private String constraint() {
        return declared.body().text("ConstraintDescription").orElse("");
    }

    private String wrong(String item, String what) {
        if (declared.isSecret()) {
            return "the value of parameter " + declared.name() + " " + what;
        }
        String shown = item.length() > MAX_SHOWN ? item.substring(0, MAX_SHOWN) + "…" : item;
        return "the value '" + shown + "' of parameter " + declared.name() + " " + what;
    }

    private Optional<Problem> problem(String message, String suggestion) {
        return Optional.of(Problem.error(declared.mark(), message, suggestion));
    }
}
