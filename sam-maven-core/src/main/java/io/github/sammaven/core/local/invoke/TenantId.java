package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.regex.Pattern;

/** Who a function with tenant isolation is called for. */
record TenantId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N} _.:/=+\\-@]{1,256}");

    TenantId {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidOptionException(
                    "There can be no tenant '" + value + "'",
                    "Use 1 to 256 letters, digits, blanks and the characters _ . : / = + - @");
        }
    }
}
