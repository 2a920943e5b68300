package io.github.sammaven.plugin.console;

import io.github.sammaven.core.local.invoke.FunctionLog;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A function's log on standard error, its results alone on standard output, so that a pipe gets only those. */
public final class FunctionConsole implements FunctionLog {

    private final PrintStream out;
    private final PrintStream err;
    private boolean quiet;

    public FunctionConsole(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The streams of the process itself: Maven 4 sends what is written to {@code System.out} through its log. */
    public static FunctionConsole ofProcess() {
        return new FunctionConsole(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
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
