package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.Locale;

/** Lambda's limits on what goes into a function and comes out of it in a synchronous call. */
public final class PayloadGuard {

    /** Lambda quotas, invocation payload (synchronous), request. */
    public static final long MAX_REQUEST_BYTES = 6_291_456;

    /** The same for a response, with the allowance the service makes. */
    public static final long MAX_RESPONSE_BYTES = 6_291_556;

    private PayloadGuard() {}

    /** @throws InvalidOptionException if an event of so many bytes is more than Lambda takes */
    public static void checkRequest(long bytes) {
        if (bytes > MAX_REQUEST_BYTES) {
            throw new InvalidOptionException(
                    String.format(
                            Locale.ROOT,
                            "The event is %,d bytes; Lambda takes at most %,d in a synchronous call",
                            bytes,
                            MAX_REQUEST_BYTES),
                    "let the client upload to S3 with a presigned URL and send only the key");
        }
    }

    /** The service's words for a response of so many bytes. */
    public static String responseTooLarge(long bytes) {
        return "Response payload size (" + bytes + " bytes) exceeded maximum allowed payload size ("
                + MAX_RESPONSE_BYTES + " bytes).";
    }
}
