package io.github.sammaven.core.local.runtime;

/** What an extension may register for. */
enum ExtensionEvent {
    INVOKE,
    SHUTDOWN
}
