package io.github.sammaven.core.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value for a samconfig file, of the types SAM CLI writes. */
public sealed interface SavedValue {

    /** Also the items of {@code capabilities} and {@code notification_arns}, separated by blanks. */
    record Text(String value) implements SavedValue {}

    /** On or off. */
    record Flag(boolean value) implements SavedValue {}

    /** A whole number. */
    record Number(long value) implements SavedValue {}

    /** Texts in order. */
    record Items(List<String> values) implements SavedValue {

        public Items {
            values = List.copyOf(values);
        }
    }

    /** Pairs, merged over those that are in the file. They are written as {@code Key="value" Other="two words"}. */
    record Pairs(Map<String, String> values) implements SavedValue {

        public Pairs {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
