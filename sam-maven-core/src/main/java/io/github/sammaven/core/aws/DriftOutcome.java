package io.github.sammaven.core.aws;

/**
 * How a comparison ended.
 *
 * @param complete whether all resources that can be compared were
 * @param reason why not; empty if they were
 */
public record DriftOutcome(boolean complete, String reason) {}
