package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.problem.SourceMark;
import java.util.List;
import java.util.Optional;

/**
 * How the traffic of one alias will move to a new version.
 *
 * @param alias its logical id
 * @param application of CodeDeploy; empty if only AWS knows
 * @param group deployment group; empty if only AWS knows
 * @param config name of the deployment configuration, short if CodeDeploy brings it; empty if only AWS knows
 * @param pace empty if the template does not tell
 * @param before hook before traffic moves
 * @param after hook after traffic has moved
 * @param alarms names of alarms, or their logical ids
 * @param triggers how many topics are told
 * @param uncallable hooks that CodeDeploy's own policy for Lambda does not let it call
 * @param mark where the preference or the alias is written
 */
record PlannedShift(
        String alias,
        Optional<ResourceName> application,
        Optional<ResourceName> group,
        String config,
        Optional<ShiftPace> pace,
        Optional<ResourceName> before,
        Optional<ResourceName> after,
        List<String> alarms,
        int triggers,
        List<ResourceName> uncallable,
        SourceMark mark) {

    PlannedShift {
        alarms = List.copyOf(alarms);
        uncallable = List.copyOf(uncallable);
    }
}
