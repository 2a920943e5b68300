package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Makes planned calls one after the other; calls of one function find it warm. */
public final class InvocationSuite {

    private final FunctionRunner runner;
    private final RecordedLog log;
    private final BiConsumer<PlannedInvocation, InvocationResult> results;
    private final Map<String, FunctionEnvironment> warm = new LinkedHashMap<>();

    /**
     * @param log receives what the functions print
     * @param results receives each call with its result as soon as it is there
     */
    public InvocationSuite(
            FunctionRunner runner, FunctionLog log, BiConsumer<PlannedInvocation, InvocationResult> results) {
        this.runner = runner;
        this.log = new RecordedLog(log);
        this.results = results;
    }

    /**
     * What each call came to, in their order. One that cannot be made does not keep the others from being made, unless
     * the thread is interrupted.
     */
    public List<InvocationOutcome> run(List<PlannedInvocation> calls) {
        List<InvocationOutcome> outcomes = new ArrayList<>();
        try {
            for (PlannedInvocation call : calls) {
                outcomes.add(make(call));
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
        } finally {
            warm.values().forEach(FunctionEnvironment::close);
            warm.clear();
        }
        return outcomes;
    }

    private InvocationOutcome make(PlannedInvocation call) {
        long started = System.nanoTime();
        Optional<InvocationResult> result = Optional.empty();
        List<Problem> problems;
        try {
            InvocationResult answered = warm.computeIfAbsent(
                            call.function().name(), unused -> runner.start(call.function(), log))
                    .invoke(Invocation.of(call.event(), call.tenantId()));
            result = Optional.of(answered);
            problems = call.expected().check(answered);
        } catch (SamException cannotBeMade) {
            problems = cannotBeMade.problems();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        result.ifPresent(answered -> results.accept(call, answered));
        return new InvocationOutcome(call, result, problems, took, log.take());
    }

    /** The problems of all calls, each with the number and function of its call. */
    public static List<Problem> problems(List<InvocationOutcome> outcomes) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            InvocationOutcome outcome = outcomes.get(i);
            String place =
                    "invocation " + (i + 1) + ", " + outcome.call().function().name() + ": ";
            outcome.problems()
                    .forEach(found ->
                            problems.add(Problem.error(found.mark(), place + found.message(), found.suggestion())));
        }
        return problems;
    }
}
