package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.aws.sdk.CloudFormationDeployedStacks;
import io.github.sammaven.core.aws.sdk.CloudWatchLogEvents;
import io.github.sammaven.core.aws.sdk.ServiceLogDestinations;
import io.github.sammaven.core.operate.logs.LogFollower;
import io.github.sammaven.core.operate.logs.LogReader;
import io.github.sammaven.core.operate.logs.place.LogPlaces;
import io.github.sammaven.core.operate.stack.StackReader;
import io.github.sammaven.core.report.Pauser;
import java.time.Clock;

/**
 * Reads logs of deployed stacks.
 *
 * @param services whose connections are used
 */
public record StackLogs(Services services) {

    public StackReader stacks() {
        return new StackReader(new CloudFormationDeployedStacks(services.clients()));
    }

    public LogPlaces places() {
        return new LogPlaces(
                new CloudFormationDeployedStacks(services.clients()),
                new ServiceLogDestinations(services.clients()),
                services.events());
    }

    public LogReader reader() {
        return new LogReader(new CloudWatchLogEvents(services.clients()), services.events(), Pauser.REAL);
    }

    public LogFollower follower() {
        return new LogFollower(
                new CloudWatchLogEvents(services.clients()), services.events(), Pauser.REAL, Clock.systemUTC());
    }
}
