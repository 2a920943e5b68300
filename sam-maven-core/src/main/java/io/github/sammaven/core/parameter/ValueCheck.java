package io.github.sammaven.core.parameter;

import io.github.sammaven.core.config.Setting;
import io.github.sammaven.core.limits.Quota;
import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.Severity;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.ParameterDeclaration;
import io.github.sammaven.core.template.ParameterViolation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** One value against the declaration of its parameter: the first thing in which it does not keep to it. */
final class ValueCheck {

    private static final String STORED = "AWS::SSM::Parameter::";

    private final ParameterDeclaration declaration;
    private final Setting<String> given;

    ValueCheck(ParameterDeclaration declaration, Setting<String> given) {
        this.declaration = declaration;
        this.given = given;
    }

    Optional<Problem> problem() {
        return tooLong()
                .or(() -> declaration
                        .violation(given.value())
                        .map(violation -> problem(Severity.ERROR, sentence(violation), violation.wayOut())))
                .or(this::malformed);
    }

    private Optional<Problem> tooLong() {
        long bytes = given.value().getBytes(StandardCharsets.UTF_8).length;
        Quota quota = Quotas.PARAMETER_VALUE;
        return quota.isExceededBy(bytes)
                ? Optional.of(problem(
                        Severity.ERROR,
                        "the value of parameter " + declaration.name() + " has " + quota.amount(bytes)
                                + "; CloudFormation takes at most " + quota.amount(quota.value()),
                        quota.shownSource()))
                : Optional.empty();
    }

    private Optional<Problem> malformed() {
        String type = declaration.type();
        if (type.startsWith(STORED)) {
            return StoredName.refusal(given.value()).map(reason -> {
                String wayOut = type.equals(STORED + "Name") ? "" : "The type " + type + " takes a name, not the value";
                return problem(Severity.ERROR, sentence(refused(given.value(), reason)), wayOut);
            });
        }
        return TypeFormat.of(type).flatMap(format -> items(type)
                .flatMap(item -> malformed(item, format).stream())
                .findFirst());
    }

    private Stream<String> items(String type) {
        return TypeFormat.isList(type)
                ? Arrays.stream(given.value().split(",", -1)).map(String::strip)
                : Stream.of(given.value());
    }

    private Optional<Problem> malformed(String item, TypeFormat format) {
        if (!format.possible().matcher(item).matches()) {
            String reason = "is no " + format.type();
            return Optional.of(
                    problem(Severity.ERROR, sentence(refused(item, reason)), "Its form is " + format.shown()));
        }
        if (!format.usual().matcher(item).matches()) {
            String reason = "is not as long as a " + format.type() + " of AWS";
            return Optional.of(
                    problem(Severity.WARNING, sentence(refused(item, reason)), "Its form is " + format.shown()));
        }
        return Optional.empty();
    }

    private ParameterViolation refused(String item, String reason) {
        return new ParameterViolation(declaration.isSecret() ? "" : "'" + item + "'", reason, "");
    }

    private String sentence(ParameterViolation violation) {
        return violation.sentence("the value", "of parameter " + declaration.name());
    }

    /** At the place of the value if that is in a file, else at the declaration; the other one is told below. */
    private Problem problem(Severity severity, String message, String wayOut) {
        SourceMark place = given.origin().mark();
        String other = place.isKnown() ? "Declared at " + declaration.mark() : givenBy();
        String suggestion = wayOut.isEmpty() || other.isEmpty() ? wayOut + other : wayOut + "\n" + other;
        return new Problem(severity, place.isKnown() ? place : declaration.mark(), message, suggestion);
    }

    private String givenBy() {
        String subject = given.origin().subject();
        return subject.isEmpty() ? "" : "Given by " + subject;
    }
}
