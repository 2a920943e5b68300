package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.SourceMark;

/** A value of a TOML or YAML file; both formats end in this one tree. */
sealed interface ConfigValue permits ScalarValue, ListValue, TableValue {

    SourceMark mark();

    /** {@code a list}, {@code a string}, ... for messages. */
    String kindName();
}
