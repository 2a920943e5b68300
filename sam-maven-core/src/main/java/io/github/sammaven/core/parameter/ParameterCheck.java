package io.github.sammaven.core.deploy;

import io.github.sammaven.core.limits.Quota;
import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.ParameterDeclaration;
import io.github.sammaven.core.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the parameters a template declares with the values given for them. What can be known offline is in
 * {@link #problems()} and may be asked before anything is packaged. Whether a parameter without a value and without a
 * default is missing depends on the stack, which may have a value from an earlier deployment: {@link #missing} takes the
 * names of those. A deployment asks it after reading the stack, which is its first call, and before it uploads or changes
 * anything.
 */
public final class ParameterCheck {

    private final Template template;
    private final Map<String, ParameterDeclaration> declared;
    private final Map<String, String> given;

    /** @param given values by parameter name */
    public ParameterCheck(Template template, Map<String, String> given) {
        this.template = template;
        this.declared = ParameterDeclaration.of(template);
        this.given = given;
    }

    /** Values for parameters that are not declared, and values their declaration does not allow. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        given.forEach((name, value) -> {
            ParameterDeclaration declaration = declared.get(name);
            if (declaration == null) {
                problems.add(undeclared(name));
            } else {
                value(declaration, value).ifPresent(problems::add);
            }
        });
        return problems;
    }

    private static Optional<Problem> value(ParameterDeclaration declaration, String value) {
        long bytes = value.getBytes(StandardCharsets.UTF_8).length;
        Quota quota = Quotas.PARAMETER_VALUE;
        if (quota.isExceededBy(bytes)) {
            return Optional.of(Problem.error(
                    declaration.mark(),
                    "the value of parameter " + declaration.name() + " has " + quota.amount(bytes)
                            + "; CloudFormation takes at most " + quota.amount(quota.value()),
                    quota.shownSource()));
        }
        return declaration
                .violation(value)
                .map(violation -> Problem.error(
                        declaration.mark(),
                        violation.sentence("the value", "of parameter " + declaration.name()),
                        violation.wayOut()));
    }

    /** Names of the parameters that need a value and have none, in template order. */
    public List<String> withoutValue() {
        return declared.values().stream()
                .filter(parameter -> !parameter.hasDefault() && !given.containsKey(parameter.name()))
                .map(ParameterDeclaration::name)
                .toList();
    }

    /**
     * One problem for all parameters that have no value from anywhere, or none.
     *
     * @param inStack names of the parameters the stack has values for; none if it does not exist yet
     */
    public List<Problem> missing(Set<String> inStack) {
        List<ParameterDeclaration> missing = withoutValue().stream()
                .filter(name -> !inStack.contains(name))
                .map(declared::get)
                .toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        return List.of(noValue(missing, "has no value", "have no value", "or declare a Default"));
    }

    /**
     * As {@link #missing} while the stack is not known yet, for a list of other problems: fix all of them in one go. The
     * way out says that an existing stack may have the value.
     */
    List<Problem> perhapsMissing() {
        List<ParameterDeclaration> open =
                withoutValue().stream().map(declared::get).toList();
        return open.isEmpty()
                ? List.of()
                : List.of(noValue(
                        open,
                        "is given no value",
                        "are given no values",
                        "or declare a Default; not needed if the stack has a value already"));
    }

    private static Problem noValue(List<ParameterDeclaration> parameters, String lacks, String lack, String otherWay) {
        String names = parameters.stream().map(ParameterDeclaration::name).collect(Collectors.joining(", "));
        String example = parameters.stream()
                .map(parameter -> parameter.name() + "=VALUE")
                .collect(Collectors.joining(" "));
        return Problem.error(
                parameters.get(0).mark(),
                parameters.size() == 1 ? "Parameter " + names + " " + lacks : "Parameters [" + names + "] " + lack,
                "set -Dsam.parameterOverrides=\"" + example + "\", " + otherWay);
    }

    private Problem undeclared(String name) {
        SourceMark mark = template.root().has("Parameters")
                ? template.root().keyMark("Parameters")
                : SourceMark.ofFile(template.root().mark().file());
        String near = NearestName.suggestion(name, declared.keySet());
        String all = declared.isEmpty()
                ? "the template declares no parameters"
                : "the template declares " + String.join(", ", declared.keySet());
        return Problem.error(
                mark, "Parameter " + name + " is not declared in the template", near.isEmpty() ? all : near);
    }
}
