package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.Optional;

/** A resource, an event or the template cannot be translated. Never leaves the transform. */
public final class InvalidResourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TransformError error;

    public InvalidResourceException(TransformError error) {
        super(error.problem().toString(), null, false, false);
        this.error = error;
    }

    public static InvalidResourceException of(String logicalId, SourceMark mark, String message, String suggestion) {
        return new InvalidResourceException(
                new TransformError(Optional.of(logicalId), Optional.empty(), Problem.error(mark, message, suggestion)));
    }

    public static InvalidResourceException ofEvent(
            String logicalId, String eventId, SourceMark mark, String message, String suggestion) {
        return new InvalidResourceException(new TransformError(
                Optional.of(logicalId), Optional.of(eventId), Problem.error(mark, message, suggestion)));
    }

    /** What is wrong is no matter of one resource. */
    public static InvalidResourceException ofTemplate(SourceMark mark, String message, String suggestion) {
        return new InvalidResourceException(
                new TransformError(Optional.empty(), Optional.empty(), Problem.error(mark, message, suggestion)));
    }

    public TransformError error() {
        return error;
    }
}
