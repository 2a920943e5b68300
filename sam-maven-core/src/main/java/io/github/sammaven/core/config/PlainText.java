package io.github.sammaven.core.config;

import java.util.stream.Collectors;

/** The text of a value in a table of pairs: nothing is the empty text, a list is joined by commas. */
final class PlainText {

    private PlainText() {}

    static String of(ConfigValue value, String key, Origin origin, Interpolation interpolation) {
        if (value instanceof ScalarValue scalar) {
            return interpolation.expand(scalar.text());
        }
        if (value instanceof ListValue list) {
            return list.items().stream()
                    .map(item -> of(item, key, origin, interpolation).strip())
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(","));
        }
        throw origin.refusal(
                "has a table as the value of " + key, "a value is a text, a number, a boolean or a list of them");
    }
}
