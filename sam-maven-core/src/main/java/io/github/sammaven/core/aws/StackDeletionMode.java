package io.github.sammaven.core.aws;

import java.util.Optional;

/**
 * How a stack is deleted.
 *
 * @param roleArn role that CloudFormation takes on; if empty, the one it took on for the stack before, or else the
 *     caller's
 * @param express whether the deletion may end before the resources are settled
 */
public record StackDeletionMode(Optional<String> roleArn, boolean express) {

    /** As the service does it when nothing is said. */
    public static final StackDeletionMode STANDARD = new StackDeletionMode(Optional.empty(), false);
}
