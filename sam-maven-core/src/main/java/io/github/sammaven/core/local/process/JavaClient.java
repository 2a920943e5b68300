package io.github.sammaven.core.local.process;

/** The program in the child JVM that talks to the Runtime API. */
public enum JavaClient {
    /** AWS's client on Linux, the loop elsewhere. */
    AUTO,
    /** AWS's Java runtime interface client; it needs Linux. */
    AWS,
    /** Our own loop, pure Java. */
    LOOP
}
