package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;

/** The sentences for what is not as expected. */
final class Difference {

    private static final int SHOWN = 200;

    private Difference() {}

    static Problem of(String place, String expected, String actual) {
        return sentence(place + ": expected " + shorten(expected) + ", was " + shorten(actual));
    }

    static Problem missing(String place, String expected) {
        return sentence(place + ": expected " + shorten(expected) + ", is missing");
    }

    static Problem sentence(String message) {
        return Problem.error(SourceMark.NONE, message);
    }

    static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
