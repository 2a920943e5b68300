package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.aws.sdk.CloudFormationDeployedStacks;
import io.github.sammaven.core.aws.sdk.CloudFormationDrift;
import io.github.sammaven.core.aws.sdk.LambdaFunctionUrls;
import io.github.sammaven.core.aws.sdk.ServerlessRepository;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.deploy.poll.Polling;
import io.github.sammaven.core.operate.drift.DriftComparison;
import io.github.sammaven.core.operate.list.StackListing;
import io.github.sammaven.core.operate.publish.ApplicationPublisher;
import io.github.sammaven.core.operate.stack.StackReader;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.template.Template;
import java.time.Clock;
import java.util.Optional;

/**
 * Looks at what is deployed, and at what is published.
 *
 * @param services whose connections are used
 */
public record StackViews(Services services) {

    public StackReader stacks() {
        return new StackReader(new CloudFormationDeployedStacks(services.clients()));
    }

    /** @param local the transformed template on this machine, if there is one */
    public StackListing listing(String stackName, Optional<Template> local) {
        return new StackListing(
                new CloudFormationDeployedStacks(services.clients()),
                new LambdaFunctionUrls(services.clients()),
                stackName,
                local,
                services.events());
    }

    public DriftComparison drift() {
        return new DriftComparison(
                new CloudFormationDrift(services.clients()),
                new Poller(Polling.standard(), Pauser.REAL, Clock.systemUTC(), services.events()));
    }

    public ApplicationPublisher publisher() {
        return new ApplicationPublisher(new ServerlessRepository(services.clients()));
    }
}
