package io.github.sammaven.core.aws;

/**
 * A change set that exists.
 *
 * @param arn ARN of the change set
 * @param stackId ARN of its stack
 */
public record ChangeSetId(String arn, String stackId) {}
