package io.github.sammaven.core.local.runner;

/** How functions run on this machine. */
public enum RunnerKind {
    /** In containers where an engine answers, else as child processes. */
    AUTO,
    /** In containers of Lambda's images. */
    CONTAINER,
    /** As child processes. */
    PROCESS
}
