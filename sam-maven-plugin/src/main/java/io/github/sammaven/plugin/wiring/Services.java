package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.aws.AwsSettings;
import io.github.sammaven.core.aws.TemplateSource;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationDirectStacks;
import io.github.sammaven.core.aws.sdk.CloudFormationStacks;
import io.github.sammaven.core.aws.sdk.EcrRegistry;
import io.github.sammaven.core.aws.sdk.S3ArtifactStore;
import io.github.sammaven.core.aws.sdk.SignerJobs;
import io.github.sammaven.core.aws.sdk.StsCaller;
import io.github.sammaven.core.deploy.ChangeSetExecutor;
import io.github.sammaven.core.deploy.Deployer;
import io.github.sammaven.core.managed.CompanionNames;
import io.github.sammaven.core.managed.CompanionServices;
import io.github.sammaven.core.managed.CompanionStack;
import io.github.sammaven.core.managed.ManagedBucket;
import io.github.sammaven.core.packaging.ArtifactSigner;
import io.github.sammaven.core.packaging.ImagePublisher;
import io.github.sammaven.core.packaging.PackageServices;
import io.github.sammaven.core.packaging.Packager;
import io.github.sammaven.core.packaging.UploadedTemplates;
import io.github.sammaven.core.packaging.image.EcrPublisher;
import io.github.sammaven.core.packaging.image.ImageRepositories;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.signing.ArchiveSigner;
import io.github.sammaven.core.signing.SigningProfiles;
import java.time.Clock;

/** The core's services over the real world, each made when it is asked for. Closing it closes the connections. */
public final class Services implements AutoCloseable {

    private final EventSink events;
    private final AwsClients clients;
    private final CloudFormationStacks stacks;
    private final ImageTools images = new ImageTools();

    public Services(AwsSettings settings, EventSink events) {
        this.events = events;
        this.clients = new AwsClients(settings);
        this.stacks = new CloudFormationStacks(clients);
    }

    AwsClients clients() {
        return clients;
    }

    public EventSink events() {
        return events;
    }

    public ArtifactStore artifactStore(ArtifactBucket bucket) {
        return new S3ArtifactStore(clients, bucket);
    }

    /** Lets a store get ready while other things are done; what goes wrong there is told by the call that needs it. */
    public void prepare(ArtifactStore store) {
        inBackground(store::prepare);
    }

    private static void inBackground(Runnable preparation) {
        Thread preparing = new Thread(preparation, "sam-prepare");
        preparing.setDaemon(true);
        preparing.setUncaughtExceptionHandler((thread, toldLater) -> {});
        preparing.start();
    }

    /** The bucket that is shared with SAM CLI. */
    public ManagedBucket managedBucket() {
        return new ManagedBucket(stacks, events, Pauser.REAL, Clock.systemUTC());
    }

    /** Brings artifacts to AWS as these say; see {@link PackageServices}. */
    public Packager packager(PackageServices services) {
        return new Packager(services, events);
    }

    /** Signs what a profile is given for. */
    public ArtifactSigner signer(SigningProfiles profiles, String bucket) {
        return new ProfileSigner(profiles, new ArchiveSigner(new SignerJobs(clients), Pauser.REAL), bucket);
    }

    /**
     * Pushes images.
     *
     * @param repositories where to; those that are missing are made in the companion stack
     * @param names of the companion stack
     * @param templates where its template is uploaded to
     */
    public ImagePublisher imagePublisher(
            ImageRepositories repositories,
            EcrPublisher.Reference reference,
            CompanionNames names,
            UploadedTemplates templates) {
        EcrRegistry registry = new EcrRegistry(clients);
        CompanionStack companion = new CompanionStack(
                names,
                new CompanionServices(
                        stacks,
                        new CloudFormationDirectStacks(clients),
                        registry,
                        new StsCaller(clients),
                        body -> new TemplateSource.Uploaded(templates.upload(body)),
                        Pauser.REAL,
                        events));
        return new RepositoryPublisher(
                repositories,
                companion,
                found -> new EcrPublisher(found, reference, images::engine, registry, Pauser.REAL, events));
    }

    /** The container engine, for images. */
    public ImageTools images() {
        return images;
    }

    /** Lets the connection to CloudFormation get ready while other things are done. */
    public void prepareStacks() {
        inBackground(stacks::prepare);
    }

    public Deployer deployer() {
        return new Deployer(stacks, events, Pauser.REAL, Clock.systemUTC());
    }

    public ChangeSetExecutor changeSetExecutor() {
        return new ChangeSetExecutor(stacks, events, Pauser.REAL, Clock.systemUTC());
    }

    @Override
    public void close() {
        clients.close();
        images.close();
    }
}
