package io.github.sammaven.core.parameter;

import io.github.sammaven.core.config.Origin;
import io.github.sammaven.core.config.Setting;
import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.ParameterDeclaration;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    private final Map<String, ParameterDeclaration> declared;
    private final Map<String, Setting<String>> given;

    /** @param given values by parameter name, with the places they were given at */
    public ParameterCheck(Template template, Map<String, Setting<String>> given) {
        this.declared = ParameterDeclaration.of(template);
        this.given = given;
    }

    /** For values whose place is not known. */
    public static ParameterCheck ofValues(Template template, Map<String, String> given) {
        Map<String, Setting<String>> settings = new LinkedHashMap<>();
        given.forEach((name, value) -> settings.put(name, new Setting<>(value, Origin.of(""))));
        return new ParameterCheck(template, settings);
    }

    /**
     * Errors for values their declaration does not allow and for too many parameters. Warnings for values of parameters
     * that are not declared, which are not sent, and for patterns that cannot be checked here.
     */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (Quotas.PARAMETERS.isExceededBy(declared.size())) {
            problems.add(Problem.error(
                    declared.values().iterator().next().mark(),
                    Quotas.PARAMETERS.exceeded(declared.size()),
                    Quotas.PARAMETERS.shownSource()));
        }
        given.forEach((name, setting) -> {
            ParameterDeclaration declaration = declared.get(name);
            if (declaration == null) {
                problems.add(undeclared(name, setting.origin()));
            } else {
                new ValueCheck(declaration, setting).problem().ifPresent(problems::add);
                foreignPattern(declaration).ifPresent(problems::add);
            }
        });
        problems.sort(null);
        return problems;
    }

    private static Optional<Problem> foreignPattern(ParameterDeclaration declaration) {
        return declaration
                .uncheckedPattern()
                .map(pattern -> Problem.warning(
                        pattern.mark(),
                        "the AllowedPattern of parameter " + declaration.name() + " cannot be read here",
                        "The value is not held against it; CloudFormation may refuse it"));
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
    public List<Problem> perhapsMissing() {
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

    private Problem undeclared(String name, Origin origin) {
        String near = NearestName.suggestion(name, declared.keySet());
        String all = declared.isEmpty()
                ? "the template declares no parameters"
                : "the template declares " + String.join(", ", declared.keySet());
        String subject = origin.subject();
        String place = origin.mark().isKnown() || subject.isEmpty() ? "" : "\nGiven by " + subject;
        return Problem.warning(
                origin.mark(),
                "Parameter " + name + " is not declared in the template; its value is not used",
                (near.isEmpty() ? all : near) + place);
    }
}
