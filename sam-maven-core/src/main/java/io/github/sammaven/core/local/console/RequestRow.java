package io.github.sammaven.core.local.console;

import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.local.journal.ServedRequest;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A request in the list.
 *
 * @param state {@code ok}, {@code refused} or {@code failed}
 * @param share of the event, of its limit; for requests that called a function
 */
record RequestRow(
        String id,
        String time,
        String source,
        String method,
        String target,
        int status,
        String state,
        String duration,
        String function,
        String in,
        String out,
        PayloadShare share) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final int FAILED = 500;
    private static final int REFUSED = 400;

    static RequestRow of(ServedRequest request, ZoneId zone) {
        return new RequestRow(
                request.id(),
                TIME.format(request.at().atZone(zone)),
                request.source(),
                request.method(),
                request.target(),
                request.status(),
                state(request),
                milliseconds(request.duration()),
                request.call().map(ServedRequest.Call::function).orElse(""),
                PayloadShare.bytes(request.bodySize()),
                PayloadShare.bytes(request.response().length),
                PayloadShare.of(
                        request.call().map(call -> (long) call.event().length).orElse(0L), Quotas.SYNCHRONOUS_REQUEST));
    }

    static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1_000_000.0);
    }

    private static String state(ServedRequest request) {
        boolean functionFailed = request.call()
                .filter(call -> call.result().functionError().isPresent())
                .isPresent();
        if (functionFailed || request.status() >= FAILED) {
            return "failed";
        }
        return request.status() >= REFUSED ? "refused" : "ok";
    }
}
