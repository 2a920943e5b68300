package io.github.sammaven.core.aws;

/**
 * A deployment group of CodeDeploy.
 *
 * @param application name of the application it belongs to
 * @param name its own name
 */
public record ShiftGroup(String application, String name) {}
