package io.github.sammaven.core.local.container;

import java.io.IOException;
import java.util.OptionalInt;

/** A program that was started in a running container. */
public interface InsideProgram extends AutoCloseable {

    /** Writes to its standard input. */
    void write(byte[] bytes) throws IOException;

    /** How it ended, to be asked after the end of its output; empty if the engine does not tell. */
    OptionalInt exitStatus();

    /** Ends its input and stops following it. */
    @Override
    void close();
}
