package io.github.sammaven.core.aws;

/**
 * Something a stack made.
 *
 * @param physicalId the service's name for it; empty while it is being made
 * @param type {@code AWS::ECR::Repository}
 */
public record StackResource(String logicalId, String physicalId, String type) {}
