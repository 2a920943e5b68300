package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.InvocationResult.Report;
import java.time.Duration;
import java.util.Optional;

/**
 * How a call ended.
 *
 * @param payload the answer, or the document of the error
 * @param error type of the error
 * @param endsLife whether the environment is of no use any more
 */
record Verdict(byte[] payload, String contentType, Optional<String> error, boolean timedOut, boolean endsLife) {

    private static final String JSON = "application/json";

    /** @param ended whether the runtime ended after its answer */
    static Verdict answered(RuntimeAnswer answer, boolean ended) {
        if (answer.kind() == RuntimeAnswer.Kind.RESPONSE) {
            return new Verdict(answer.body(), answer.contentType(), Optional.empty(), false, ended);
        }
        ErrorDocument error = ErrorDocument.posted(answer);
        return new Verdict(error.body(), JSON, Optional.of(error.type()), false, ended);
    }

    static Verdict failed(ErrorDocument error) {
        return new Verdict(error.body(), JSON, Optional.of(error.type()), false, true);
    }

    static Verdict timedOut(String requestId, Duration timeout) {
        ErrorDocument error = ErrorDocument.timeout(requestId, timeout);
        return new Verdict(error.body(), JSON, Optional.of(error.type()), true, true);
    }

    InvocationResult result(String requestId, boolean streamed, Report report) {
        return new InvocationResult(requestId, payload, contentType, streamed, error, report, timedOut);
    }

    /** Whether the runtime failed, and not just the handler. */
    boolean runtimeFailed() {
        return endsLife && error.isPresent();
    }

    ShutdownReason shutdownReason() {
        return timedOut ? ShutdownReason.TIMEOUT : ShutdownReason.FAILURE;
    }
}
