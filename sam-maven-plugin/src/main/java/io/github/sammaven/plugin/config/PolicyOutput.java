package io.github.sammaven.plugin.config;

/** What {@code iam-policy} writes. */
public enum PolicyOutput {
    /** Policies. */
    JSON,
    /** A template of two roles with the policies in them. */
    CLOUDFORMATION
}
