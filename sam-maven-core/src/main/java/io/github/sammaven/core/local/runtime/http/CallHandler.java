package io.github.sammaven.core.local.runtime.http;

/** Answers calls. */
public interface CallHandler {

    /** Runs on the thread of the connection and may block it. The answer may come later, from another thread. */
    void handle(HttpCall call);
}
