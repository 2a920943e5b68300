package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.ArtifactStore;
import java.util.Optional;

/** The store that the options say. The managed bucket is looked for when it is first needed. */
public final class DeliveryBucket {

    private final BucketOptions options;
    private final Services services;
    private final Optional<ArtifactStore> named;

    public DeliveryBucket(BucketOptions options, Services services) {
        this.options = options;
        this.services = services;
        this.named = options.choice().named().map(this::store);
    }

    /** Lets the bucket that is named get ready while other things are done. */
    public void prepare() {
        named.ifPresent(services::prepare);
    }

    /** @throws io.github.sammaven.core.problem.SamException if the managed bucket can neither be found nor be made */
    public ArtifactStore store() {
        return named.orElseGet(() -> store(options.choice().name(services::managedBucket)));
    }

    private ArtifactStore store(String bucket) {
        return services.artifactStore(new ArtifactBucket(bucket, options.kmsKeyId(), options.metadata()));
    }
}
