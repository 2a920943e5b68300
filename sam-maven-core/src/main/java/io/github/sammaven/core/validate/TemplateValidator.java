package io.github.sammaven.core.validate;

import io.github.sammaven.core.limits.LimitChecker;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.transform.context.PropertyTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks a template without AWS: structure, names, references, properties, parameters and limits. */
public final class TemplateValidator {

    private final List<TemplateCheck> checks;

    public TemplateValidator() {
        PropertyTables tables = PropertyTables.load();
        LimitChecker limits = new LimitChecker();
        checks = List.of(
                subject -> subject.template().findings(),
                new SectionCheck(),
                new ResourceCheck(tables),
                new PropertyTableCheck(tables),
                new IntrinsicCheck(),
                new ReferenceCheck(),
                new CycleCheck(),
                new ParameterCheck(),
                new FunctionCheck(RuntimeNames.load()),
                new PropertyCombinationCheck(),
                new QueueTimeoutCheck(),
                subject -> limits.check(subject.template(), subject.functions()));
    }

    public ValidationReport validate(Template template, ValidationRequest request) {
        Subject subject = Subject.of(template, request.values());
        List<Problem> problems = new ArrayList<>();
        checks.forEach(check -> problems.addAll(check.check(subject)));
        // The resolver meets the same mistakes in the values of functions; what it alone sees is news.
        Set<SourceMark> reported =
                problems.stream().filter(Problem::isError).map(Problem::mark).collect(Collectors.toUnmodifiableSet());
        subject.functions().problems().stream()
                .filter(problem -> problem.isError() && !reported.contains(problem.mark()))
                .forEach(problems::add);
        return new ValidationReport(problems);
    }
}
