package io.github.sammaven.core.operate.logs.lambda;

import java.util.Optional;

/**
 * What a line of a function's log is.
 *
 * @param kind of line
 * @param requestId the request it names; empty if it names none
 * @param report present for {@link Kind#REPORT}
 */
public record LambdaLine(Kind kind, Optional<String> requestId, Optional<InvocationReport> report) {

    /** Kinds of lines. */
    public enum Kind {
        /** A request begins. */
        START,
        /** A request has ended. */
        END,
        REPORT,
        /** The request was ended by force: out of time, or its process has gone. */
        FAILURE,
        /** Lambda's other words, as on starting the environment. */
        PLATFORM,
        /** The function's own words. */
        OUTPUT
    }

    static LambdaLine of(Kind kind, Optional<String> requestId) {
        return new LambdaLine(kind, requestId, Optional.empty());
    }
}
