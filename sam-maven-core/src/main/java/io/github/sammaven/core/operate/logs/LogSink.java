package io.github.sammaven.core.operate.logs;

/** Receives what is read, on one thread. */
public interface LogSink {

    /** By time across all groups; what came late comes late here too. */
    void line(LogLine line);

    /** All that there is for now has been told. */
    void pause();
}
