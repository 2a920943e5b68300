package io.github.sammaven.core.local.runtime;

/**
 * Why an environment failed although its runtime said nothing.
 *
 * @param type in Lambda's words, {@code Extension.Crash}, {@code Runtime.InvalidEntrypoint}, ...
 * @param cause what happened
 */
public record Fault(String type, String cause) {}
