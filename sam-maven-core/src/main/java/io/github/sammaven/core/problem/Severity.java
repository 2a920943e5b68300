package io.github.sammaven.core.problem;

/** How bad a {@link Problem} is. */
public enum Severity {
    /** The goal fails. */
    ERROR,
    /** The goal goes on and says so. */
    WARNING
}
