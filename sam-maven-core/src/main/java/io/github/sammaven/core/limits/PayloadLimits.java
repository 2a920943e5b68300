package io.github.sammaven.core.limits;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.Locale;
import java.util.Optional;

/** Events and results against what Lambda accepts. All sizes in bytes of UTF-8 JSON. */
public final class PayloadLimits {

    private static final int NEAR_PERCENT = 80;

    private static final String UPLOAD = "Try: let the client upload to S3 with a presigned URL and send only the key.";

    /** An event of a synchronous call. */
    public Optional<Problem> request(long eventBytes) {
        return tooLarge(Quotas.SYNCHRONOUS_REQUEST, eventBytes, "in a synchronous call", UPLOAD);
    }

    /**
     * An event that the API emulation made of a binary request.
     *
     * @param rawBytes the body as the client sent it
     * @param base64Bytes the same body in the event
     */
    public Optional<Problem> request(long eventBytes, long rawBytes, long base64Bytes) {
        long largest = largestRawBody(Quotas.SYNCHRONOUS_REQUEST, eventBytes - base64Bytes);
        return tooLarge(
                Quotas.SYNCHRONOUS_REQUEST,
                eventBytes,
                "in a synchronous call",
                "The body had %s raw bytes; base64 made %s of them. The largest body that fits is %s bytes.\n"
                                .formatted(grouped(rawBytes), grouped(base64Bytes), grouped(largest))
                        + UPLOAD);
    }

    /** An event of an asynchronous call. */
    public Optional<Problem> asynchronousRequest(long eventBytes) {
        return tooLarge(Quotas.ASYNCHRONOUS_REQUEST, eventBytes, "in an asynchronous call", UPLOAD);
    }

    /** What a function returns, not streamed. */
    public Optional<Problem> response(long responseBytes) {
        return tooLarge(
                Quotas.RESPONSE,
                responseBytes,
                "in a response",
                "Try: write the result to S3 and return a presigned URL, or stream the response.");
    }

    /** The base64 text of the client context. */
    public Optional<Problem> clientContext(long contextBytes) {
        return tooLarge(Quotas.CLIENT_CONTEXT, contextBytes, "in a call", Quotas.CLIENT_CONTEXT.shownSource());
    }

    /**
     * A warning from 80 % of a limit.
     *
     * @param user the function it is about
     */
    public Optional<Problem> nearLimit(Quota quota, long actual, String user) {
        if (quota.isExceededBy(actual) || actual * 100 < quota.value() * NEAR_PERCENT) {
            return Optional.empty();
        }
        return Optional.of(Problem.warning(
                SourceMark.NONE,
                "%s: the %s has %s of the %s bytes that Lambda takes"
                        .formatted(
                                user, quota.name().toLowerCase(Locale.ROOT), grouped(actual), grouped(quota.value())),
                quota.shownSource()));
    }

    /** The text of Lambda's own refusal of a request that is too large, with status 413. */
    public String refusal(Quota exceeded) {
        return "Request must be smaller than " + exceeded.value() + " bytes for the InvokeFunction operation";
    }

    /**
     * The largest binary body that fits after base64.
     *
     * @param envelopeBytes what the event holds besides the body
     */
    public long largestRawBody(Quota quota, long envelopeBytes) {
        return Math.max(0, 3 * Math.floorDiv(quota.value() - envelopeBytes, 4));
    }

    private static Optional<Problem> tooLarge(Quota quota, long actual, String where, String suggestion) {
        if (!quota.isExceededBy(actual)) {
            return Optional.empty();
        }
        return Optional.of(Problem.error(
                SourceMark.NONE,
                "The %s is %s bytes; Lambda takes at most %s %s"
                        .formatted(
                                quota.name().toLowerCase(Locale.ROOT), grouped(actual), grouped(quota.value()), where),
                suggestion));
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
