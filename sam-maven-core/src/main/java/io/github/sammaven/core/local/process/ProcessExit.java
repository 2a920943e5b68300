package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionError;

/** How Lambda words the end of a runtime's process. */
final class ProcessExit {

    private static final int SIGNAL_BASE = 128;
    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;

    private ProcessExit() {}

    static FunctionError error(int exitCode, String requestId) {
        return new FunctionError(FunctionError.EXITED, "RequestId: " + requestId + " Error: " + reason(exitCode));
    }

    private static String reason(int exitCode) {
        return switch (exitCode) {
            case 0 -> "Runtime exited without providing a reason";
            case SIGNAL_BASE + SIGKILL -> "Runtime exited with error: signal: killed";
            case SIGNAL_BASE + SIGTERM -> "Runtime exited with error: signal: terminated";
            default -> "Runtime exited with error: exit status " + exitCode;
        };
    }
}
