package io.github.sammaven.core.transform.context;

import java.util.Optional;

/** Knows managed IAM policies of an account that AWS's published list lacks. */
@FunctionalInterface
public interface ManagedPolicySource {

    /** The ARN of the policy called {@code name}, if there is one. Asked only for names the published list lacks. */
    Optional<String> arn(String name);

    /** Knows none, as offline. */
    static ManagedPolicySource none() {
        return name -> Optional.empty();
    }
}
