package io.github.sammaven.core.transform.policy;

import java.util.Arrays;
import java.util.Optional;

/** What a connector lets its source do with its destination. */
public enum ConnectorAccess {
    READ("Read"),
    WRITE("Write");

    private final String word;

    ConnectorAccess(String word) {
        this.word = word;
    }

    /** As templates write it. */
    public String word() {
        return word;
    }

    /** None if templates have no such word. */
    public static Optional<ConnectorAccess> of(String word) {
        return Arrays.stream(values())
                .filter(access -> access.word.equals(word))
                .findFirst();
    }
}
