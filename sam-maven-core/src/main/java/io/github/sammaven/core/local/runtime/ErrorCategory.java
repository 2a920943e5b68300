package io.github.sammaven.core.local.runtime;

import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.util.regex.Pattern;

/** The kind of error a runtime names in {@code Lambda-Runtime-Function-Error-Type}. */
final class ErrorCategory {

    private static final HttpString HEADER = new HttpString("Lambda-Runtime-Function-Error-Type");
    private static final Pattern ACCEPTED = Pattern.compile("(Runtime|Function)\\.[A-Z][a-zA-Z]+");

    private ErrorCategory() {}

    /** As named, if it is of the form Lambda takes. */
    static String of(HeaderMap headers, String otherwise) {
        String given = headers.getFirst(HEADER);
        return given != null && ACCEPTED.matcher(given).matches() ? given : otherwise;
    }

    static boolean isNamedIn(HeaderMap headers) {
        return headers.contains(HEADER);
    }
}
