package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.aws.AwsSettings;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationStacks;
import io.github.sammaven.core.aws.sdk.S3ArtifactStore;
import io.github.sammaven.core.deploy.Deployer;
import io.github.sammaven.core.managed.ManagedBucket;
import io.github.sammaven.core.packaging.Packager;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Pauser;
import java.time.Clock;
import java.util.Optional;

/** The core's services over the real world, each made when it is asked for. Closing it closes the connections. */
public final class Services implements AutoCloseable {

    private final EventSink events;
    private final AwsClients clients;

    public Services(AwsSettings settings, EventSink events) {
        this.events = events;
        this.clients = new AwsClients(settings);
    }

    public EventSink events() {
        return events;
    }

    public ArtifactStore artifactStore(ArtifactBucket bucket) {
        return new S3ArtifactStore(clients, bucket);
    }

    /** The bucket that is shared with SAM CLI. */
    public ManagedBucket managedBucket() {
        return new ManagedBucket(new CloudFormationStacks(clients), events, Pauser.REAL, Clock.systemUTC());
    }

    /** @param store empty to keep archives on this machine */
    public Packager packager(Optional<ArtifactStore> store) {
        return new Packager(store, events);
    }

    public Deployer deployer() {
        return new Deployer(new CloudFormationStacks(clients), events, Pauser.REAL, Clock.systemUTC());
    }

    @Override
    public void close() {
        clients.close();
    }
}
