package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Makes planned calls one after the other; calls of one function find it warm. */
public final class InvocationSuite {

    private final FunctionRunner runner;
    private final BiConsumer<PlannedInvocation, InvocationResult> results;

    /** @param results receives each call with its result as soon as it is there */
    public InvocationSuite(FunctionRunner runner, BiConsumer<PlannedInvocation, InvocationResult> results) {
        this.runner = runner;
        this.results = results;
    }

    /** An error for each difference to what was expected, in the order of the calls; empty if all is as expected. */
    public List<Problem> run(List<PlannedInvocation> calls) {
        List<Problem> problems = new ArrayList<>();
        Map<String, ExecutionEnvironment> warm = new LinkedHashMap<>();
        try {
            for (PlannedInvocation call : calls) {
                String function = call.function().logicalId();
                ExecutionEnvironment environment =
                        warm.computeIfAbsent(function, unused -> runner.prepare(call.function()));
                InvocationResult result =
                        environment.invoke(Invocation.of(call.event().bytes()));
                results.accept(call, result);
                call.expected()
                        .differences(result)
                        .forEach(difference -> problems.add(Problem.error(
                                SourceMark.NONE,
                                function + " (request " + result.report().requestId() + "): " + difference)));
            }
        } finally {
            warm.values().forEach(ExecutionEnvironment::close);
        }
        return problems;
    }
}
