package io.github.sammaven.core.operate.invoke;

import io.github.sammaven.core.aws.ExecutionState;
import io.github.sammaven.core.aws.RemoteTargets;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Starts an execution of a state machine and waits for its end. */
final class ExecutionRun {

    /** Largest input, bytes of UTF-8 (Step Functions quotas, maximum input or output size). */
    private static final int MOST_INPUT = 262_144;

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
        int bytes = input.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_INPUT) {
            throw new InvalidOptionException(
                    String.format(
                            Locale.ROOT,
                            "The event is %,d bytes; Step Functions takes at most %,d as the input of an execution",
                            bytes,
                            MOST_INPUT),
                    "put it into a bucket and send its place");
        }
        String arn = targets.start(target.id(), input, parameters);
        return end(arn).map(end -> result(target, end)).orElseGet(() -> started(arn));
    }

    /** Empty for an express workflow: it leaves its result only in its log. */
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

    private InvokeResult result(Target target, ExecutionState end) {
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
                "",
                end.output(),
                JsonText.of(answer),
                end.isSuccess() ? Optional.empty() : Optional.of(failure(target, end)));
    }

    private Problem failure(Target target, ExecutionState end) {
        String where = stateOf(end).map(state -> " in the state " + state).orElse("");
        String error = end.error().isEmpty() ? "" : ": " + end.error();
        String cause = end.cause().isEmpty() ? "" : ": " + end.cause();
        return Problem.error(
                SourceMark.NONE,
                "the execution of " + target.name() + " ended in " + end.status() + where + error + cause,
                "see its history: aws stepfunctions get-execution-history --execution-arn " + end.arn());
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
