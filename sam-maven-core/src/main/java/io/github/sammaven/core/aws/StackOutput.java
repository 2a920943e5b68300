package io.github.sammaven.core.aws;

/**
 * One output of a stack.
 *
 * @param key its logical id
 * @param value its value
 * @param description empty if there is none
 */
public record StackOutput(String key, String value, String description) {}
