package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.aws.sdk.CloudFormationDeployedStacks;
import io.github.sammaven.core.aws.sdk.XRayTraces;
import io.github.sammaven.core.operate.stack.StackReader;
import io.github.sammaven.core.operate.trace.TraceReader;
import io.github.sammaven.core.report.Pauser;
import java.time.Clock;

/**
 * Reads traces of deployed stacks.
 *
 * @param services whose connections are used
 */
public record StackTraces(Services services) {

    public StackReader stacks() {
        return new StackReader(new CloudFormationDeployedStacks(services.clients()));
    }

    public TraceReader reader() {
        return new TraceReader(new XRayTraces(services.clients()), services.events(), Pauser.REAL, Clock.systemUTC());
    }
}
