package io.github.sammaven.core.local.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Takes what a process writes to its standard output and error and hands it on line by line. */
interface LogPipe extends AutoCloseable {

    /** Where the process is to write. */
    Redirect target();

    /** The process has started. */
    void attach(Process process);

    /** Returns when everything the process has written so far is handed on. */
    void flush() throws InterruptedException;

    @Override
    void close();

    /** The best this system offers. */
    static LogPipe open(Scratch scratch, LogLines lines) throws IOException, InterruptedException {
        return NamedLogPipe.isSupported() ? new NamedLogPipe(scratch, lines) : new StreamLogPipe(lines);
    }
}
