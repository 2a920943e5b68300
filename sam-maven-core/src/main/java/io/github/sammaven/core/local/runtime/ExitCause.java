package io.github.sammaven.core.local.runtime;

import java.util.Map;

/** Words for the way a process ended. */
final class ExitCause {

    private static final int SIGNALLED = 128;
    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
            Map.entry(1, "hangup"),
            Map.entry(2, "interrupt"),
            Map.entry(3, "quit"),
            Map.entry(4, "illegal instruction"),
            Map.entry(5, "trace/breakpoint trap"),
            Map.entry(6, "aborted"),
            Map.entry(7, "bus error"),
            Map.entry(8, "floating point exception"),
            Map.entry(9, "killed"),
            Map.entry(11, "segmentation fault"),
            Map.entry(13, "broken pipe"),
            Map.entry(15, "terminated"));

    private ExitCause() {}

    /** As Lambda says it, after {@code Error: }. */
    static String describe(int exitValue) {
        if (exitValue == 0) {
            return "Runtime exited without providing a reason";
        }
        return "Runtime exited with error: " + brief(exitValue);
    }

    /** {@code exit status 1}, {@code signal: killed}. */
    static String brief(int exitValue) {
        String signal = SIGNALS.get(exitValue - SIGNALLED);
        return signal == null ? "exit status " + exitValue : "signal: " + signal;
    }
}
