package io.github.sammaven.core.transform.policy;

import java.util.Locale;

/** One of the two resources that a connector joins. */
public enum ConnectorEnd {
    SOURCE,
    DESTINATION;

    static ConnectorEnd of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
