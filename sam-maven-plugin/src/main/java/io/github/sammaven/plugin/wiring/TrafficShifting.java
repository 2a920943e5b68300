package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.aws.sdk.CloudFormationDirectStacks;
import io.github.sammaven.core.aws.sdk.CloudWatchAlarms;
import io.github.sammaven.core.aws.sdk.CloudWatchHookLogs;
import io.github.sammaven.core.aws.sdk.CodeDeployTrafficShifts;
import io.github.sammaven.core.deploy.follow.StackWatch;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.deploy.poll.Polling;
import io.github.sammaven.core.deploy.shift.ShiftFollower;
import io.github.sammaven.core.deploy.shift.ShiftPlan;
import io.github.sammaven.core.deploy.shift.ShiftServices;
import io.github.sammaven.core.deploy.shift.ShiftStop;
import io.github.sammaven.core.report.Pauser;
import java.time.Clock;

/**
 * Follows and stops the traffic shifts of CodeDeploy.
 *
 * @param services whose connections are used
 */
public record TrafficShifting(Services services) {

    /** Sees nothing, and loads nothing, if nothing can shift. */
    public StackWatch watch(ShiftPlan plan) {
        return plan.isEmpty()
                ? StackWatch.none()
                : new ShiftFollower(plan, shiftServices(), services.events(), Clock.systemUTC());
    }

    public ShiftStop stop() {
        return new ShiftStop(
                shiftServices(),
                services.events(),
                new Poller(Polling.standard(), Pauser.REAL, Clock.systemUTC(), services.events()),
                Clock.systemUTC());
    }

    private ShiftServices shiftServices() {
        return new ShiftServices(
                new CodeDeployTrafficShifts(services.clients()),
                new CloudWatchAlarms(services.clients()),
                new CloudWatchHookLogs(services.clients()),
                new CloudFormationDirectStacks(services.clients())::resources);
    }
}
