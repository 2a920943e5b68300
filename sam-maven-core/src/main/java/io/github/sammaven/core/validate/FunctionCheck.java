package io.github.sammaven.core.validate;

import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.ArrayList;
import java.util.List;

/** What a function needs to run: handler and runtime of a zip, a runtime Lambda knows. */
final class FunctionCheck implements TemplateCheck {

    private final RuntimeNames runtimes;

    FunctionCheck(RuntimeNames runtimes) {
        this.runtimes = runtimes;
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        subject.functions().functions().forEach(function -> check(function, problems));
        return problems;
    }

    private void check(LambdaFunction function, List<Problem> problems) {
        MappingNode properties = function.properties();
        boolean zip = properties.get("PackageType").isEmpty()
                || properties.text("PackageType").filter("Zip"::equals).isPresent();
        if (zip && !properties.keys().stream().anyMatch(key -> key.startsWith("Fn::"))) {
            for (String name : List.of("Handler", "Runtime")) {
                if (properties.get(name).filter(value -> !value.isNull()).isEmpty() && !properties.has("ImageUri")) {
                    problems.add(Problem.error(
                            function.mark(),
                            function.logicalId() + ": " + name + " is required for a function of PackageType Zip",
                            "set it here or in Globals"));
                }
            }
        }
        if (zip) {
            runtime(function, problems);
        }
    }

    private void runtime(LambdaFunction function, List<Problem> problems) {
        String runtime = function.runtime();
        SourceMark mark = function.properties().get("Runtime").map(Node::mark).orElse(function.mark());
        boolean literal = function.properties().text("Runtime").isPresent();
        if (runtime.isEmpty() || runtimes.current().contains(runtime)) {
            return;
        }
        if (runtimes.deprecated().contains(runtime)) {
            problems.add(Problem.warning(
                    mark,
                    function.logicalId() + ": runtime " + runtime + " is deprecated",
                    "Lambda creates no new functions with it; move to a current one"));
        } else {
            String hint = NearestName.suggestion(runtime, runtimes.current());
            String message = function.logicalId() + ": unknown runtime '" + runtime + "'";
            problems.add(literal ? Problem.error(mark, message, hint) : Problem.warning(mark, message, hint));
        }
    }
}
