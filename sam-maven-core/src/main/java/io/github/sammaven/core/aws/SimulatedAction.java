package io.github.sammaven.core.aws;

/**
 * What IAM says of an action on a resource.
 *
 * @param action {@code sqs:CreateQueue}
 * @param resource ARN, or {@code *}
 */
public record SimulatedAction(String action, String resource, Decision decision) {

    /** The outcome; of several reasons the one that is hardest to change. */
    public enum Decision {
        ALLOWED,
        /** No policy allows it. */
        NOT_ALLOWED,
        /** A policy denies it expressly. */
        DENIED,
        /** The permissions boundary does not allow it. */
        OUTSIDE_BOUNDARY,
        /** A policy of the organization does not allow it. */
        DENIED_BY_ORGANIZATION,
        /** It depends on what only the real call knows, or IAM cannot simulate it. */
        UNKNOWN
    }
}
