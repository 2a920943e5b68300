package io.github.sammaven.plugin.console;

import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.problem.SamException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A function's log on standard error, its results alone on standard output, so that a pipe gets only those. Both also go
 * to a file if there is one.
 */
public final class FunctionConsole implements FunctionLog, AutoCloseable {

    private final PrintStream out;
    private final PrintStream err;
    private final Optional<PrintStream> file;
    private boolean quiet;

    public FunctionConsole(PrintStream out, PrintStream err) {
        this(out, err, Optional.empty());
    }

    private FunctionConsole(PrintStream out, PrintStream err, Optional<PrintStream> file) {
        this.out = out;
        this.err = err;
        this.file = file;
    }

    /**
     * The same with a file, which loses what it held.
     *
     * @return to be closed by the caller
     * @throws SamException if the file cannot be written
     */
    public FunctionConsole withFile(Path path) {
        try {
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new FunctionConsole(
                    out, err, Optional.of(new PrintStream(Files.newOutputStream(path), true, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new SamException("The log file " + path + " cannot be written", "Name another with -Dsam.logFile", e);
        }
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
            file.ifPresent(copy -> copy.println(text));
        }
    }

    /** Drops the log from now on. */
    public synchronized void quiet() {
        quiet = true;
    }

    public synchronized void result(String text) {
        out.println(text);
        out.flush();
        file.ifPresent(copy -> copy.println(text));
    }

    /** Ends the file; the other streams are those of the process. */
    @Override
    public synchronized void close() {
        file.ifPresent(PrintStream::close);
    }
}
