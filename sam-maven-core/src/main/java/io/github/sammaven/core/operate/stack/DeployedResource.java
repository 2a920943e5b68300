package io.github.sammaven.core.operate.stack;

/**
 * Something that a stack or one nested in it made.
 *
 * @param path its logical id, behind those of the stacks it is nested in: {@code Orders}, {@code Child/Orders}
 * @param physicalId the service's name for it; empty while it is being made
 * @param type {@code AWS::Lambda::Function}
 */
public record DeployedResource(String path, String physicalId, String type) {

    /** Without the stacks it is nested in. */
    public String logicalId() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Path of the stack it is in with a slash behind it, {@code Child/}; empty in the stack itself. */
    public String parent() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Whether there is something in the account yet. */
    public boolean isMade() {
        return !physicalId.isEmpty();
    }
}
