package io.github.sammaven.core.local.journal;

import io.github.sammaven.core.local.invoke.InvocationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request that was answered.
 *
 * @param id UUID of the request
 * @param at when it came
 * @param source id of the API, of the function whose URL was called, or {@code Lambda}
 * @param method of the request; route key of a WebSocket message
 * @param target path and query
 * @param status of the response
 * @param duration from the head of the request to the end of the response
 * @param bodySize bytes of the body of the request
 * @param response body as the client got it
 * @param call empty if no function was called
 * @param remark why the request was refused, or what went wrong; empty text if nothing
 */
public record ServedRequest(
        String id,
        Instant at,
        String source,
        String method,
        String target,
        int status,
        Duration duration,
        long bodySize,
        byte[] response,
        Optional<Call> call,
        String remark) {

    /**
     * The call of a function that answered the request.
     *
     * @param function full path
     * @param event JSON
     * @param result how it ended
     * @param log lines of the call
     */
    public record Call(String function, byte[] event, InvocationResult result, List<String> log) {

        public Call {
            log = List.copyOf(log);
        }
    }
}
