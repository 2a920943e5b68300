package io.github.sammaven.core.local.container;

import io.github.sammaven.core.problem.SamException;
import org.jspecify.annotations.Nullable;

/** An image is not on this machine and its registry does not give it. */
public final class ImageUnavailableException extends SamException {

    private static final long serialVersionUID = 1L;

    /** With what the engine said and the way out. */
    public ImageUnavailableException(String message, String suggestion, @Nullable Throwable cause) {
        super(message, suggestion, cause);
    }
}
