package io.github.sammaven.core.aws;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * CodeDeploy's deployments of Lambda functions. Every method throws a {@code SamException} when the service refuses: a
 * {@link TransientServiceException} if the same call may work a little later, an {@link ActionDeniedException} without
 * permission, a {@link ServiceAbsentException} if nobody there knows the call.
 */
public interface TrafficShifts {

    /**
     * Ids of the deployments of a group, newest first; none if the group does not exist.
     *
     * @param since those made then or later, by the service's clock; empty for all
     */
    List<String> begun(ShiftGroup group, Optional<Instant> since);

    /** Ids of the deployments of a group that are not over; none if the group does not exist. */
    List<String> running(ShiftGroup group);

    /** Deployments by their ids, in no order; those that do not exist are left out. */
    List<TrafficShift> describe(Collection<String> ids);

    /** What a deployment moves; empty until CodeDeploy has made it, or if it is no Lambda function. */
    Optional<ShiftTarget> target(String id);

    ShiftGroupSettings settings(ShiftGroup group);

    /** How a deployment configuration moves traffic; empty if it is not for traffic. */
    Optional<TrafficRouting> routing(String configName);

    /** Stops a deployment and moves the traffic back; nothing happens if it is over. */
    void stop(String id);
}
