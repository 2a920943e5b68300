package io.github.sammaven.core.local.runtime;

/** Why an environment ends, as extensions are told. */
enum ShutdownReason {
    SPINDOWN,
    TIMEOUT,
    FAILURE;

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
