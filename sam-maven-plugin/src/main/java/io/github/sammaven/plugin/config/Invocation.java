package io.github.sammaven.plugin.config;

import io.github.sammaven.core.config.OptionText;
import io.github.sammaven.core.config.Origin;
import io.github.sammaven.core.local.invoke.ExpectedAnswer;
import io.github.sammaven.core.local.invoke.ExpectedError;
import io.github.sammaven.core.local.invoke.ExpectedFigures;
import io.github.sammaven.core.local.invoke.ExpectedOutcome;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One {@code <invocation>} of {@code sam:local-invoke}: which function, with what, and what it must answer. */
public final class Invocation {

    private @Nullable String name;
    private @Nullable String function;
    private @Nullable String event;
    private @Nullable File eventFile;
    private @Nullable String tenantId;
    private @Nullable String expected;
    private @Nullable Integer expectedStatus;
    private Map<String, String> expectedHeaders = Map.of();
    private @Nullable String expectedError;
    private @Nullable String expectedErrorMessage;
    private @Nullable String maxDuration;
    private @Nullable Integer maxMemoryMb;

    /** What reports call the invocation. Default: the file of the event, else its number. */
    public void setName(String name) {
        this.name = name;
    }

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

    /** Who the call is for; needed by, and only by, a function with {@code TenancyConfig}. */
    public void setTenantId(String tenantId) {
        this.tenantId = tenantId;
    }

    /** JSON that the answer must contain: each member given here must be there and equal; others are free. */
    public void setExpected(String expected) {
        this.expected = expected;
    }

    /** The {@code statusCode} of the answer, as functions behind an API give it. */
    public void setExpectedStatus(Integer expectedStatus) {
        this.expectedStatus = expectedStatus;
    }

    /** Values of the answer's {@code headers} or {@code multiValueHeaders}; names in any case. */
    public void setExpectedHeaders(Map<String, String> expectedHeaders) {
        this.expectedHeaders = expectedHeaders;
    }

    /** Text that the error's type must contain; the function must fail then. */
    public void setExpectedError(String expectedError) {
        this.expectedError = expectedError;
    }

    /** Text that the error's message must contain; the function must fail then. */
    public void setExpectedErrorMessage(String expectedErrorMessage) {
        this.expectedErrorMessage = expectedErrorMessage;
    }

    /** The longest duration of the REPORT line, {@code 500ms} or {@code 2s}; the init of a cold start is not in it. */
    public void setMaxDuration(String maxDuration) {
        this.maxDuration = maxDuration;
    }

    /** The most memory used of the REPORT line, MB. */
    public void setMaxMemoryMb(Integer maxMemoryMb) {
        this.maxMemoryMb = maxMemoryMb;
    }

    /** @param number of the invocation, from 1 */
    public String name(int number) {
        if (name != null) {
            return name;
        }
        return eventFile == null ? "invocation " + number : eventFile.getName();
    }

    public Optional<String> function() {
        return Optional.ofNullable(function);
    }

    public Optional<String> tenantId() {
        return Optional.ofNullable(tenantId);
    }

    /**
     * The event, read and checked.
     *
     * @throws InvalidOptionException if it is no event
     */
    public byte[] event(EventOption reader) {
        return reader.read(event, eventFile);
    }

    /**
     * What must come of it.
     *
     * @param mayFail whether the function may fail if nothing is said about its answer
     * @throws InvalidOptionException if it says what cannot be
     */
    public ExpectedOutcome outcome(boolean mayFail) {
        Optional<ExpectedError> error = expectedError == null && expectedErrorMessage == null
                ? Optional.empty()
                : Optional.of(new ExpectedError(
                        Optional.ofNullable(expectedError), Optional.ofNullable(expectedErrorMessage)));
        return new ExpectedOutcome(
                new ExpectedAnswer(Optional.ofNullable(expected), number(expectedStatus), expectedHeaders),
                error,
                mayFail,
                new ExpectedFigures(
                        Optional.ofNullable(maxDuration)
                                .map(text -> OptionText.duration(text, Origin.of("<maxDuration>"))),
                        number(maxMemoryMb)));
    }

    private static OptionalInt number(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
