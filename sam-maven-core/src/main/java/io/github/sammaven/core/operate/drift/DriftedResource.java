package io.github.sammaven.core.operate.drift;

import io.github.sammaven.core.aws.ResourceDrift;

/**
 * A resource that is not what its template says.
 *
 * @param path its logical id behind those of the stacks it is nested in
 * @param drift what is different
 */
public record DriftedResource(String path, ResourceDrift drift) {

    /** Whether it is a resource of the stack itself, whose template may be at hand. */
    public boolean isOfRoot() {
        return path.indexOf('/') < 0;
    }
}
