package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.SourceMark;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values by name, in the order of the file. */
record TableValue(Map<String, Entry> entries, SourceMark mark) implements ConfigValue {

    /**
     * A value under its key.
     *
     * @param keyMark where the key stands
     */
    record Entry(SourceMark keyMark, ConfigValue value) {}

    TableValue {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The table below {@code key}; empty if there is none or the value is no table. */
    Optional<TableValue> table(String key) {
        return Optional.ofNullable(entries.get(key))
                .map(Entry::value)
                .filter(TableValue.class::isInstance)
                .map(TableValue.class::cast);
    }

    @Override
    public String kindName() {
        return "a table";
    }
}
