package io.github.sammaven.plugin.config;

/** How an answer is printed. */
public enum AnswerFormat {
    /** The answer itself on the standard output, a function's log on the standard error. */
    TEXT,
    /** All that the service has answered, as JSON on the standard output. */
    JSON
}
