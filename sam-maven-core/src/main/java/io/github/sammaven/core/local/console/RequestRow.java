package io.github.sammaven.core.local.console;

import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.local.journal.ServedRequest;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A request in the list.
 *
 * @param state {@code ok}, {@code refused} or {@code failed}
 * @param remark why it was refused, or what went wrong
 * @param shares of the event, of its limit; empty if no function was called
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
        String remark,
        String in,
        String out,
        List<PayloadShare> shares) {

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
                request.remark(),
                PayloadShare.bytes(request.bodySize()),
                PayloadShare.bytes(request.response().length),
                request.call().map(call -> PayloadShare.of(call.event().length, Quotas.SYNCHRONOUS_REQUEST)).stream()
                        .toList());
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
