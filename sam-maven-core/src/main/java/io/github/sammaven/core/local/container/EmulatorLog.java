package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.invoke.FunctionLog;
import java.util.regex.Pattern;

/** The log of a function behind the emulator, without what the emulator itself prints: we write those lines ourselves. */
final class EmulatorLog implements FunctionLog {

    private static final Pattern OWN_LINES = Pattern.compile("(START|END|REPORT) RequestId: [0-9a-f-]{36}\\b.*"
            + "|\\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d,\\d{3} \\[(INFO|DEBUG|WARNING)] \\((rapid|supervisor).*");

    /** Joined to a line of the function that it left unfinished. */
    private static final Pattern END_BEHIND = Pattern.compile("END RequestId: [0-9a-f-]{36}$");

    private final FunctionLog log;

    EmulatorLog(FunctionLog log) {
        this.log = log;
    }

    @Override
    public synchronized void line(String line) {
        if (!OWN_LINES.matcher(line).matches()) {
            log.line(END_BEHIND.matcher(line).replaceFirst(""));
        }
    }

    synchronized void platform(String line) {
        log.line(line);
    }
}
