package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.runtime.http.HttpFields;
import java.util.regex.Pattern;

/** The kind of error a runtime names in {@code Lambda-Runtime-Function-Error-Type}. */
final class ErrorCategory {

    private static final String HEADER = "Lambda-Runtime-Function-Error-Type";
    private static final Pattern ACCEPTED = Pattern.compile("(Runtime|Function)\\.[A-Z][a-zA-Z]+");

    private ErrorCategory() {}

    /** As named, if it is of the form Lambda takes. */
    static String of(HttpFields fields, String otherwise) {
        return fields.first(HEADER)
                .filter(given -> ACCEPTED.matcher(given).matches())
                .orElse(otherwise);
    }

    static boolean isNamedIn(HttpFields fields) {
        return fields.has(HEADER);
    }
}
