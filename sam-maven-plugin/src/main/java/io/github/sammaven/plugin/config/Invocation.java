package io.github.sammaven.plugin.config;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** One {@code <invocation>} of {@code sam:local-invoke}: which function, with what, and what it must answer. */
public final class Invocation {

    private @Nullable String function;
    private @Nullable String event;
    private @Nullable File eventFile;
    private @Nullable String expected;
    private @Nullable String expectedError;
    private @Nullable String expectedErrorMessage;

    /** Logical id or name of the function; may be left out when the template has only one. */
    public void setFunction(String function) {
        this.function = function;
    }

    /** The event as JSON text. */
    public void setEvent(String event) {
        this.event = event;
    }

    /** A file with the event, relative to the module. */
    public void setEventFile(File eventFile) {
        this.eventFile = eventFile;
    }

    /** JSON that the answer must contain: each member given here must be there and equal; others are free. */
    public void setExpected(String expected) {
        this.expected = expected;
    }

    /** Text that the error's type must contain; the function must fail then. */
    public void setExpectedError(String expectedError) {
        this.expectedError = expectedError;
    }

    /** Text that the error's message must contain; the function must fail then. */
    public void setExpectedErrorMessage(String expectedErrorMessage) {
        this.expectedErrorMessage = expectedErrorMessage;
    }

    public @Nullable String getFunction() {
        return function;
    }

    public @Nullable String getEvent() {
        return event;
    }

    public @Nullable File getEventFile() {
        return eventFile;
    }

    public @Nullable String getExpected() {
        return expected;
    }

    public @Nullable String getExpectedError() {
        return expectedError;
    }

    public @Nullable String getExpectedErrorMessage() {
        return expectedErrorMessage;
    }
}
