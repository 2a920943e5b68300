package io.github.sammaven.core.aws;

/**
 * An identity in AWS.
 *
 * @param account twelve digits
 * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov}, ...
 * @param arn the user or assumed role
 * @param region where calls go
 */
public record CallerIdentity(String account, String partition, String arn, String region) {}
