package io.github.sammaven.core.config;

/** What kind of value a parameter takes; the names are those of {@code known-parameters.txt}. */
enum ParameterKind {
    FLAG,
    NUMBER,
    TEXT,
    PATH,
    /** One string is one item. */
    LIST,
    /** One string is split at blanks and commas. */
    WORDS,
    MAP
}
