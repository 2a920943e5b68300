package io.github.sammaven.core.limits;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.List;

/** Everything in a template that a service quota bounds. */
public final class LimitChecker {

    /** What is over a limit, sorted by place. */
    public List<Problem> check(Template template, FunctionCatalog functions) {
        List<Problem> problems = new ArrayList<>(TemplateLimits.check(template));
        functions.functions().forEach(function -> problems.addAll(FunctionLimits.check(function)));
        problems.addAll(IntegrationLimits.check(template));
        return problems.stream().sorted().toList();
    }
}
