package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Optional;

/**
 * Asks IAM what somebody is allowed to do, without doing it. Methods throw a {@code SamException} when the service refuses
 * or cannot be reached; asking needs permissions of its own.
 */
public interface PolicySimulation {

    /**
     * The user or role whose policies count for a caller.
     *
     * @param callerArn as {@link CallerIdentity} has it, an assumed role too
     * @return empty for those that IAM cannot simulate: root and federated users
     */
    Optional<String> principal(String callerArn);

    /** One answer for each action on each resource. */
    List<SimulatedAction> simulate(String principalArn, SimulationRequest request);
}
