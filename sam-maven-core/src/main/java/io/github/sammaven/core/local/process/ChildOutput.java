package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.runtime.LogLines;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Optional;

/** What a child process prints to its standard output and error, passed on line by line. */
interface ChildOutput {

    /** Where the process is to print. */
    Redirect target();

    /** The process has started. */
    void attach(Process process);

    /** Returns when all the process has printed so far has been passed on, its unfinished last line as one. */
    void drain();

    /** Passes on what is left of a process that has ended, and stops listening. */
    void close();

    /**
     * The best this system offers.
     *
     * @param name of the thread that listens
     */
    static ChildOutput open(Workspace workspace, LogLines lines, String name) throws IOException {
        Optional<Path> pipe = workspace.namedPipe();
        return pipe.isPresent() ? NamedPipeOutput.open(pipe.get(), lines, name) : new PolledOutput(lines, name);
    }
}
