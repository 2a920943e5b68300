package io.github.sammaven.core.operate.invoke;

/**
 * What is sent something.
 *
 * @param name for people
 * @param id physical id or ARN
 */
record Target(TargetKind kind, String name, String id) {}
