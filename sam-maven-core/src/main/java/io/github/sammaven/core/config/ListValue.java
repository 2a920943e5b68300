package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.SourceMark;
import java.util.List;

/** Values in order. */
record ListValue(List<ConfigValue> items, SourceMark mark) implements ConfigValue {

    ListValue {
        items = List.copyOf(items);
    }

    @Override
    public String kindName() {
        return "a list";
    }
}
