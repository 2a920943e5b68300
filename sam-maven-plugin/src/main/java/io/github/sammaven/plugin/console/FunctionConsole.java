package io.github.sammaven.plugin.console;

import io.github.sammaven.core.local.invoke.FunctionLog;
import java.io.PrintStream;

/** A function's log on standard error, its results alone on standard output, so that a pipe gets only those. */
public final class FunctionConsole implements FunctionLog {

    private final PrintStream out;
    private final PrintStream err;
    private boolean quiet;

    public FunctionConsole(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public synchronized void line(String text) {
        if (!quiet) {
            err.println(text);
        }
    }

    /** Drops the log from now on. */
    public synchronized void quiet() {
        quiet = true;
    }

    public void result(String text) {
        out.println(text);
        out.flush();
    }
}
