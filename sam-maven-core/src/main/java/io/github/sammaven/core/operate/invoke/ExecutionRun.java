package io.github.sammaven.core.operate.invoke;

import io.github.sammaven.core.aws.ExecutionState;
import io.github.sammaven.core.aws.RemoteTargets;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs a state machine and waits for the end of the execution. */
final class ExecutionRun {

    /** No execution that somebody waits for takes longer. */
    private static final Duration MOST_WAIT = Duration.ofHours(12);

    private final RemoteTargets targets;
    private final Poller poller;
    private final InstantSource clock;

    ExecutionRun(RemoteTargets targets, Poller poller, InstantSource clock) {
        this.targets = targets;
        this.poller = poller;
        this.clock = clock;
    }

    InvokeResult run(Target target, String input, Map<String, String> parameters) {
        EventSize.check(Quotas.EXECUTION_INPUT, "Step Functions", input);
        if (targets.isExpress(target.id())) {
            ExecutionState end = targets.runExpress(target.id(), input, parameters);
            return result(end, () -> expressFailure(target, end));
        }
        String arn = targets.start(target.id(), input, parameters);
        return end(arn).map(end -> result(end, () -> failure(target, end))).orElseGet(() -> started(arn));
    }

    /** Empty for an express workflow that could not be told to be one: it leaves its result only in its log. */
    private Optional<ExecutionState> end(String arn) {
        try {
            return poller.until(clock.instant().plus(MOST_WAIT), () -> {
                Optional<ExecutionState> now = targets.execution(arn);
                return now.filter(ExecutionState::isRunning).isPresent() ? Optional.empty() : Optional.of(now);
            });
        } catch (Poller.DeadlineException late) {
            throw goesOn("the time to wait is over", arn, late);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw goesOn("interrupted", arn, interrupt);
        }
    }

    private static SamException goesOn(String why, String arn, Exception cause) {
        return new SamException(
                why + ", but the execution goes on by itself",
                "see how it ends: aws stepfunctions describe-execution --execution-arn " + arn,
                cause);
    }

    private static InvokeResult started(String arn) {
        String json = JsonText.of(Map.of("executionArn", arn));
        return new InvokeResult("", json, json, Optional.empty());
    }

    private static InvokeResult result(ExecutionState end, Supplier<Problem> failure) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("executionArn", end.arn());
        answer.put("status", end.status());
        if (!end.output().isEmpty()) {
            answer.put("output", JsonText.value(end.output()));
        }
        if (!end.error().isEmpty()) {
            answer.put("error", end.error());
        }
        if (!end.cause().isEmpty()) {
            answer.put("cause", end.cause());
        }
        return new InvokeResult(
                "", end.output(), JsonText.of(answer), end.isSuccess() ? Optional.empty() : Optional.of(failure.get()));
    }

    private Problem failure(Target target, ExecutionState end) {
        String where = stateOf(end).map(state -> " in the state " + state).orElse("");
        return Problem.error(
                SourceMark.NONE,
                "the execution of " + target.name() + " ended in " + end.status() + where + reason(end),
                "see its history: aws stepfunctions get-execution-history --execution-arn " + end.arn());
    }

    /** The service keeps no history of it. */
    private static Problem expressFailure(Target target, ExecutionState end) {
        return Problem.error(
                SourceMark.NONE,
                "the execution of " + target.name() + " ended in " + end.status() + reason(end),
                "if the state machine writes logs, they say more: mvn sam:logs");
    }

    private static String reason(ExecutionState end) {
        return (end.error().isEmpty() ? "" : ": " + end.error()) + (end.cause().isEmpty() ? "" : ": " + end.cause());
    }

    /** Who may not read the history still gets to know that the execution failed. */
    private Optional<String> stateOf(ExecutionState end) {
        try {
            return targets.failedState(end.arn());
        } catch (SamException unreadable) {
            return Optional.empty();
        }
    }
}
