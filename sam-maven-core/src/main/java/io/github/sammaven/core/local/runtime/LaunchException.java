package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.problem.SamException;
import org.jspecify.annotations.Nullable;

/** A program of the function cannot be started: the function's own fault, told to whoever calls it. */
public final class LaunchException extends SamException {

    private static final long serialVersionUID = 1L;

    private final String type;

    /**
     * A failed start.
     *
     * @param type in Lambda's words, {@code Runtime.InvalidEntrypoint} or {@code Runtime.InvalidWorkingDir}
     */
    public LaunchException(String type, String message, String wayOut, @Nullable Throwable cause) {
        super(message, wayOut, cause);
        this.type = type;
    }

    /** In Lambda's words. */
    public String type() {
        return type;
    }
}
