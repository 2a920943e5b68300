package io.github.sammaven.core.operate.remove;

/**
 * Something of the stack that is still there.
 *
 * @param physicalId the service's name for it; empty if it is not known
 */
public record RetainedResource(String logicalId, String physicalId, String type) {}
