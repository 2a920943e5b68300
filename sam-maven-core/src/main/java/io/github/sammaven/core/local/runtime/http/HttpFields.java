package io.github.sammaven.core.local.runtime.http;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fields of a head, or the trailers behind a body. Names are compared without case; the first of a name counts. */
public final class HttpFields {

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    HttpFields() {}

    void add(String name, String value) {
        values.putIfAbsent(name, value);
    }

    /** The value under that name. */
    public Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whether there is a value, be it empty. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Whether the value is this word, in any case. */
    boolean says(String name, String word) {
        return word.equalsIgnoreCase(values.get(name));
    }
}
