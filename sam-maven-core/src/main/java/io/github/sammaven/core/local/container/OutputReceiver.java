package io.github.sammaven.core.local.container;

/** Takes what a program in a container prints. Called by one thread at a time. */
public interface OutputReceiver {

    /** @param bytes a piece of standard output, not to be changed afterwards */
    void out(byte[] bytes);

    /** @param bytes a piece of standard error, not to be changed afterwards */
    void err(byte[] bytes);

    /** The program has ended, or the engine no longer tells. Called once, last. */
    void end();
}
