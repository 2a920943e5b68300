package io.github.sammaven.core.operate.invoke;

import io.github.sammaven.core.aws.FunctionCall;
import io.github.sammaven.core.aws.FunctionReply;
import io.github.sammaven.core.aws.RemoteTargets;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.limits.PayloadLimits;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls a function. One that is just being made or changed is waited for. */
final class FunctionInvocation {

    private static final String SYNCHRONOUS = "RequestResponse";
    private static final Duration MOST_WAIT = Duration.ofMinutes(5);

    private final RemoteTargets targets;
    private final Poller poller;
    private final InstantSource clock;

    FunctionInvocation(RemoteTargets targets, Poller poller, InstantSource clock) {
        this.targets = targets;
        this.poller = poller;
        this.clock = clock;
    }

    InvokeResult run(Target target, String event, Map<String, String> parameters) {
        String type = parameters.computeIfAbsent("InvocationType", none -> SYNCHRONOUS);
        if (type.equals(SYNCHRONOUS)) {
            parameters.putIfAbsent("LogType", "Tail");
        }
        byte[] payload = event.getBytes(StandardCharsets.UTF_8);
        check(type, payload.length);
        FunctionReply reply = call(target, new FunctionCall(target.id(), payload, parameters));
        return new InvokeResult(
                reply.log(),
                reply.payload(),
                json(reply),
                reply.error().map(error -> failure(target, error, reply.payload())));
    }

    private static void check(String type, int bytes) {
        PayloadLimits limits = new PayloadLimits();
        Optional<Problem> tooLarge = type.equals("Event") ? limits.asynchronousRequest(bytes) : limits.request(bytes);
        tooLarge.ifPresent(problem -> {
            throw new InvalidOptionException(List.of(problem));
        });
    }

    private FunctionReply call(Target target, FunctionCall call) {
        try {
            return poller.until(clock.instant().plus(MOST_WAIT), () -> Optional.of(targets.invoke(call)));
        } catch (Poller.DeadlineException late) {
            throw new SamException(
                    "the function " + target.name() + " is still being made or changed after " + MOST_WAIT.toMinutes()
                            + " minutes",
                    "see its state: aws lambda get-function --function-name " + target.id(),
                    late);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new SamException("waiting for the function " + target.name() + " was interrupted", "", interrupt);
        }
    }

    private static Problem failure(Target target, String error, String payload) {
        return Problem.error(
                SourceMark.NONE,
                "the function " + target.name() + " failed (" + error + "): " + payload,
                "its log is above; to go on all the same: -Dsam.failOnFunctionError=false");
    }

    private static String json(FunctionReply reply) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("StatusCode", reply.status());
        reply.error().ifPresent(error -> answer.put("FunctionError", error));
        put(answer, "LogResult", reply.log());
        put(answer, "ExecutedVersion", reply.version());
        if (!reply.payload().isEmpty()) {
            answer.put("Payload", JsonText.value(reply.payload()));
        }
        return JsonText.of(answer);
    }

    private static void put(Map<String, Object> answer, String name, String value) {
        if (!value.isEmpty()) {
            answer.put(name, value);
        }
    }
}
