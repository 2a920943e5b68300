package io.github.sammaven.core.local.invoke;

/**
 * Why a function failed.
 *
 * @param type such as {@code Runtime.ExitError}, {@code Sandbox.Timedout} or an exception's class name
 * @param message in the runtime's words
 */
public record FunctionError(String type, String message) {

    public static final String TIMED_OUT = "Sandbox.Timedout";
    public static final String EXITED = "Runtime.ExitError";
    public static final String RESPONSE_TOO_LARGE = "Function.ResponseSizeTooLarge";

    public boolean isTimeout() {
        return type.equals(TIMED_OUT);
    }

    @Override
    public String toString() {
        return message.isEmpty() ? type : type + ": " + message;
    }
}
