package io.github.sammaven.core.aws;

/**
 * One of the failures that CloudFormation lists for an operation.
 *
 * @param kind what failed
 * @param stackId the stack it happened in; may be empty
 * @param logicalId the resource; may be empty
 * @param resourceType its CloudFormation type; may be empty
 * @param name of the validation or the hook; empty for a resource that failed
 * @param path where in the resource, {@code /Resources/Orders/Properties/Name}; may be empty
 * @param reason the service's words
 * @param stops whether the operation fails because of it; it is only a warning otherwise
 */
public record OperationFailure(
        Kind kind,
        String stackId,
        String logicalId,
        String resourceType,
        String name,
        String path,
        String reason,
        boolean stops) {

    /** What can fail. */
    public enum Kind {
        VALIDATION,
        HOOK,
        RESOURCE
    }
}
