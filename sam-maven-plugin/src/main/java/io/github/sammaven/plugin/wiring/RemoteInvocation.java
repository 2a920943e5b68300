package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.aws.sdk.CloudFormationDeployedStacks;
import io.github.sammaven.core.aws.sdk.SdkRemoteTargets;
import io.github.sammaven.core.operate.invoke.InvokeRequest;
import io.github.sammaven.core.operate.invoke.InvokeResult;
import io.github.sammaven.core.operate.invoke.RemoteInvoker;
import io.github.sammaven.core.operate.stack.StackReader;
import io.github.sammaven.core.report.Pauser;
import java.time.Clock;

/** Sends events to what is deployed in the real world. */
public final class RemoteInvocation {

    private final RemoteInvoker invoker;

    public RemoteInvocation(Services services) {
        StackReader stacks = new StackReader(new CloudFormationDeployedStacks(services.clients()));
        this.invoker = new RemoteInvoker(
                new SdkRemoteTargets(services.clients()),
                stacks::catalogue,
                services.events(),
                Pauser.REAL,
                Clock.systemUTC());
    }

    public InvokeResult invoke(InvokeRequest request) {
        return invoker.invoke(request);
    }
}
