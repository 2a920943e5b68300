package io.github.sammaven.core.build.jvm.bytecode;

/**
 * What is wrong with compiled code, without the place in the template that brought it there.
 *
 * @param message one sentence without a full stop
 * @param suggestion the way out
 * @param refused whether Lambda would fail because of it
 */
public record Finding(String message, String suggestion, boolean refused) {

    static Finding error(String message, String suggestion) {
        return new Finding(message, suggestion, true);
    }

    static Finding warning(String message, String suggestion) {
        return new Finding(message, suggestion, false);
    }
}
