package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.limits.Quota;
import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.Locale;
import java.util.Optional;

/** Holds events and answers to the sizes Lambda takes in synchronous calls. */
public final class PayloadGuard {

    /** Largest event of a synchronous call, bytes (Lambda quotas, invocation payload). */
    public static final int MAX_REQUEST_BYTES = 6_291_456;

    /** Largest buffered answer, bytes: what the Runtime API of Lambda accepts. */
    public static final int MAX_RESPONSE_BYTES = 6_291_556;

    private PayloadGuard() {}

    /** @throws InvalidOptionException if Lambda would refuse an event of that size */
    public static void checkRequest(long bytes) {
        if (bytes > MAX_REQUEST_BYTES) {
            throw new InvalidOptionException(
                    requestTooLarge(bytes), "Let the client upload to S3 with a presigned URL and send only the key");
        }
    }

    static String requestTooLarge(long bytes) {
        return String.format(
                Locale.ROOT,
                "The event is %,d bytes; Lambda takes at most %,d in a synchronous call",
                bytes,
                MAX_REQUEST_BYTES);
    }

    /** What the caller is told when an answer is too large. */
    public static String responseTooLarge(long bytes) {
        return "Response payload size (" + bytes + " bytes) exceeded maximum allowed payload size ("
                + MAX_RESPONSE_BYTES + " bytes).";
    }

    /** What is to be said of a streamed answer of that size; empty while it is within Lambda's soft limit. */
    public static Optional<String> streamedTooMuch(long bytes) {
        Quota quota = Quotas.STREAMED_RESPONSE;
        return quota.isExceededBy(bytes)
                ? Optional.of(quota.exceeded(bytes) + " (" + quota.shownSource() + ")")
                : Optional.empty();
    }
}
