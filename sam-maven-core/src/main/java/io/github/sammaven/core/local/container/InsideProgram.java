package io.github.sammaven.core.local.container;

import java.io.IOException;

/** A program that was started in a running container. */
public interface InsideProgram extends AutoCloseable {

    /** Writes to its standard input. */
    void write(byte[] bytes) throws IOException;

    /** Ends its input and stops following it. */
    @Override
    void close();
}
