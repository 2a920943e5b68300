package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.aws.TemplateSource;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationDirectStacks;
import io.github.sammaven.core.aws.sdk.CloudFormationRemovals;
import io.github.sammaven.core.aws.sdk.CloudFormationStacks;
import io.github.sammaven.core.aws.sdk.EcrImageRemoval;
import io.github.sammaven.core.aws.sdk.EcrRegistry;
import io.github.sammaven.core.aws.sdk.S3ObjectRemoval;
import io.github.sammaven.core.aws.sdk.StsCaller;
import io.github.sammaven.core.managed.CompanionNames;
import io.github.sammaven.core.managed.CompanionServices;
import io.github.sammaven.core.managed.CompanionStack;
import io.github.sammaven.core.operate.remove.RemoveRequest;
import io.github.sammaven.core.operate.remove.RemoveResult;
import io.github.sammaven.core.operate.remove.RemoveServices;
import io.github.sammaven.core.operate.remove.StackRemover;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.report.Prompt;
import java.time.Clock;

/** Deletes stacks of the real world. */
public final class Removal {

    private final StackRemover remover;

    public Removal(Services services, Prompt prompt) {
        AwsClients clients = services.clients();
        CloudFormationStacks stacks = new CloudFormationStacks(clients);
        EcrRegistry registry = new EcrRegistry(clients);
        this.remover = new StackRemover(new RemoveServices(
                new CloudFormationRemovals(clients),
                stacks,
                new S3ObjectRemoval(clients),
                new EcrImageRemoval(clients),
                registry,
                name -> new CompanionStack(
                        new CompanionNames(name),
                        new CompanionServices(
                                stacks,
                                new CloudFormationDirectStacks(clients),
                                registry,
                                new StsCaller(clients),
                                TemplateSource.Inline::new,
                                Pauser.REAL,
                                services.events())),
                prompt,
                services.events(),
                Pauser.REAL,
                Clock.systemUTC()));
    }

    public RemoveResult remove(RemoveRequest request) {
        return remover.remove(request);
    }
}
