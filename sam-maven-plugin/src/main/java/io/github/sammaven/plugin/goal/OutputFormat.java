package io.github.sammaven.plugin.goal;

/** What a result looks like. */
enum OutputFormat {
    TEXT,
    JSON
}
