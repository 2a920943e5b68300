package io.github.sammaven.core.operate.logs.lambda;

import java.util.OptionalDouble;

/**
 * What Lambda reports at the end of a request.
 *
 * @param status {@code success}, {@code error}, {@code timeout} or {@code failure}; empty if it is not said
 * @param durationMs time the handler took
 * @param billedMs what is paid for
 * @param memoryMb memory the function has
 * @param maxMemoryMb memory it has used
 * @param initMs time a cold start took, or the restore of a snapshot; empty for warm ones
 */
public record InvocationReport(
        String status, double durationMs, double billedMs, int memoryMb, int maxMemoryMb, OptionalDouble initMs) {

    public boolean isFailure() {
        return !status.isEmpty() && !status.equals("success");
    }

    public boolean isColdStart() {
        return initMs.isPresent();
    }
}
