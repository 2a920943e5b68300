package io.github.sammaven.core.local.journal;

import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.ScriptedRunner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests as a server would note them. */
public final class Requests {

    private Requests() {}

    /** {@code GET /hello} that was answered by {@code Hello}. */
    public static ServedRequest answered(String id, String event, String answer) {
        byte[] payload = answer.getBytes(StandardCharsets.UTF_8);
        byte[] sent = event.getBytes(StandardCharsets.UTF_8);
        return new ServedRequest(
                id,
                Instant.parse("2026-01-02T10:30:00.123Z"),
                "OrdersApi",
                "GET",
                "/hello?x=<1>",
                200,
                Duration.ofMillis(6),
                0,
                payload,
                Optional.of(new ServedRequest.Call(
                        "Hello",
                        sent,
                        ScriptedRunner.result(Invocation.of(sent), payload, Optional.empty()),
                        List.of("START", "a line of the log"))),
                "");
    }

    /** {@code GET /nowhere} that found no route. */
    public static ServedRequest refused(String id) {
        return new ServedRequest(
                id,
                Instant.parse("2026-01-02T10:30:01Z"),
                "OrdersApi",
                "GET",
                "/nowhere",
                404,
                Duration.ofNanos(300_000),
                0,
                "{\"message\":\"Not Found\"}".getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                "no route");
    }
}
