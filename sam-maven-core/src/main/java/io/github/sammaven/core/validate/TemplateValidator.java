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
    private final TransformCheck transform;

    public TemplateValidator() {
        PropertyTables tables = PropertyTables.load();
        LimitChecker limits = new LimitChecker();
        transform = new TransformCheck(tables);
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
                new QueueTimeoutCheck(),
                subject -> limits.check(subject.template(), subject.functions()));
    }

    public ValidationReport validate(Template template, ValidationRequest request) {
        Subject subject = Subject.of(template, request.values());
        List<Problem> problems = new ArrayList<>();
        checks.forEach(check -> problems.addAll(check.check(subject)));
        // The transform and the resolver meet the same mistakes; what they alone see is news.
        addNews(transform.check(subject), problems);
        addNews(subject.functions().problems(), problems);
        return new ValidationReport(problems);
    }

    private static void addNews(List<Problem> found, List<Problem> problems) {
        Set<SourceMark> reported =
                problems.stream().filter(Problem::isError).map(Problem::mark).collect(Collectors.toUnmodifiableSet());
        found.stream()
                .filter(problem -> problem.isError() && !reported.contains(problem.mark()))
                .forEach(problems::add);
    }
}
