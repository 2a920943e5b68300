package io.github.sammaven.core.template;

import java.util.Optional;

/** The value of a condition: known, or not to be told offline. */
enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    Truth negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    Optional<Boolean> known() {
        return this == UNKNOWN ? Optional.empty() : Optional.of(this == TRUE);
    }
}
