package io.github.sammaven.core.aws;

/**
 * One output of a stack.
 *
 * @param key its logical id
 * @param value its value
 */
public record StackOutput(String key, String value) {}
