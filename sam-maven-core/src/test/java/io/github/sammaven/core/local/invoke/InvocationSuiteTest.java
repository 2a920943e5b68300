package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InvocationSuiteTest {

    private final List<String> steps = new ArrayList<>();

    /** Answers with the event. */
    private FunctionEnvironment start(LocalFunction function, FunctionLog log) {
        steps.add("start " + function.name());
        return new FunctionEnvironment() {
            @Override
            public InvocationResult invoke(Invocation invocation) {
                log.line("called " + function.name());
                if (invocation.payload().length == 0) {
                    throw new InvalidOptionException("no event", "");
                }
                return new InvocationResult(
                        invocation.requestId(),
                        invocation.payload(),
                        "application/json",
                        false,
                        Optional.empty(),
                        new InvocationResult.Report(Optional.empty(), Duration.ZERO, 128, OptionalInt.empty()),
                        false);
            }

            @Override
            public void close() {
                steps.add("close " + function.name());
            }
        };
    }

    private static PlannedInvocation call(String name, String event, ExpectedOutcome expected) {
        LocalFunction function = new LocalFunction(
                name,
                name,
                new FunctionPackage.Zip("java17", "x", Path.of("x"), List.of()),
                Architecture.X86_64,
                128,
                Duration.ofSeconds(3),
                Map.of(),
                false,
                "eu-central-1",
                "123456789012");
        return new PlannedInvocation(event, function, event.getBytes(StandardCharsets.UTF_8), expected);
    }

    private List<InvocationOutcome> outcomes(PlannedInvocation... calls) {
        return new InvocationSuite(
                        this::start,
                        line -> {},
                        (call, result) -> steps.add(call.function().name() + " " + result.payloadText()))
                .run(List.of(calls));
    }

    private List<Problem> run(PlannedInvocation... calls) {
        return InvocationSuite.problems(outcomes(calls));
    }

    @Test
    void callsOfOneFunctionFindItWarm() {
        assertThat(run(
                        call("A", "1", ExpectedOutcome.answer("1")),
                        call("B", "2", ExpectedOutcome.SUCCESS),
                        call("A", "3", ExpectedOutcome.answer("3"))))
                .isEmpty();
        assertThat(steps).containsExactly("start A", "A 1", "start B", "B 2", "A 3", "close A", "close B");
    }

    @Test
    void everyDifferenceNamesItsCall() {
        List<Problem> problems = run(
                call("A", "1", ExpectedOutcome.answer("2")),
                call("B", "1", ExpectedOutcome.SUCCESS),
                call("B", "3", ExpectedOutcome.answer("4")));
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0).message()).startsWith("invocation 1, A: ");
        assertThat(problems.get(1).message()).startsWith("invocation 3, B: ");
    }

    @Test
    void callThatCannotBeMadeIsAProblemAndTheOthersAreMade() {
        List<InvocationOutcome> outcomes = outcomes(
                call("A", "1", ExpectedOutcome.SUCCESS),
                call("B", "", ExpectedOutcome.SUCCESS),
                call("A", "2", ExpectedOutcome.SUCCESS));
        assertThat(steps).containsExactly("start A", "A 1", "start B", "A 2", "close A", "close B");
        assertThat(outcomes).extracting(InvocationOutcome::passed).containsExactly(true, false, true);
        assertThat(outcomes.get(1).result()).isEmpty();
        assertThat(InvocationSuite.problems(outcomes))
                .extracting(Problem::message)
                .containsExactly("invocation 2, B: no event");
    }

    @Test
    void eachCallHasItsOwnLog() {
        assertThat(outcomes(call("A", "1", ExpectedOutcome.SUCCESS), call("B", "2", ExpectedOutcome.SUCCESS)))
                .extracting(InvocationOutcome::log)
                .containsExactly(List.of("called A"), List.of("called B"));
    }

    @Test
    void environmentsAreClosedWhenTheRunnerIsBroken() {
        PlannedInvocation broken = new PlannedInvocation(
                "broken", call("A", "1", ExpectedOutcome.SUCCESS).function(), null, ExpectedOutcome.SUCCESS);
        assertThatThrownBy(() -> run(call("A", "1", ExpectedOutcome.SUCCESS), broken))
                .isInstanceOf(NullPointerException.class);
        assertThat(steps).containsExactly("start A", "A 1", "close A");
    }
}
