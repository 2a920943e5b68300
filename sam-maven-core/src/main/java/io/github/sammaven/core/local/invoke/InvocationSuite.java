package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Makes planned calls one after the other; calls of one function find it warm. */
public final class InvocationSuite {

    private final FunctionRunner runner;
    private final FunctionLog log;
    private final BiConsumer<PlannedInvocation, InvocationResult> results;

    /**
     * @param log receives what the functions print
     * @param results receives each call with its result as soon as it is there
     */
    public InvocationSuite(
            FunctionRunner runner, FunctionLog log, BiConsumer<PlannedInvocation, InvocationResult> results) {
        this.runner = runner;
        this.log = log;
        this.results = results;
    }

    /** An error for each difference to what was expected, in the order of the calls; empty if all is as expected. */
    public List<Problem> run(List<PlannedInvocation> calls) {
        List<Problem> problems = new ArrayList<>();
        Map<String, FunctionEnvironment> warm = new LinkedHashMap<>();
        try {
            for (int i = 0; i < calls.size(); i++) {
                PlannedInvocation call = calls.get(i);
                String name = call.function().name();
                FunctionEnvironment environment =
                        warm.computeIfAbsent(name, unused -> runner.start(call.function(), log));
                InvocationResult result = environment.invoke(Invocation.of(call.event()));
                results.accept(call, result);
                String place = "invocation " + (i + 1) + ", " + name + ": ";
                call.expected()
                        .check(result)
                        .forEach(found ->
                                problems.add(Problem.error(found.mark(), place + found.message(), found.suggestion())));
            }
        } finally {
            warm.values().forEach(FunctionEnvironment::close);
        }
        return problems;
    }
}
