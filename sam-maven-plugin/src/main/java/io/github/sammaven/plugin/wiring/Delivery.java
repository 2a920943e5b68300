package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.packaging.ArtifactSigner;
import io.github.sammaven.core.packaging.ImagePublisher;
import io.github.sammaven.core.packaging.LocalImages;
import io.github.sammaven.core.packaging.PackageServices;
import io.github.sammaven.core.packaging.UploadedTemplates;
import io.github.sammaven.core.packaging.image.ImageRepositories;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the services that bring artifacts to AWS as the options say. */
public final class Delivery {

    private final DeliveryOptions options;
    private final Services services;
    private final DeliveryBucket bucket;

    public Delivery(DeliveryOptions options, Services services) {
        this.options = options;
        this.services = services;
        this.bucket = new DeliveryBucket(options.bucket(), services);
    }

    /** Lets the bucket that is named get ready while other things are done. */
    public void prepare() {
        bucket.prepare();
    }

    /**
     * Options for images count only if there are images.
     *
     * @param images what was built, name by the id of its function
     */
    public PackageServices of(List<LambdaFunction> functions, Map<String, String> images) {
        List<String> local = LocalImages.of(functions, images.keySet());
        ImageRepositories repositories = ImageRepositories.choose(options.repositories(), local);
        ArtifactStore store = bucket.store();
        Optional<ImagePublisher> publisher =
                local.isEmpty() ? Optional.empty() : Optional.of(publisher(repositories, store));
        return new PackageServices(Optional.of(store), publisher, signer(store));
    }

    private ImagePublisher publisher(ImageRepositories repositories, ArtifactStore store) {
        return services.imagePublisher(
                repositories, options.reference(), options.companion(), new UploadedTemplates(store, options.naming()));
    }

    private Optional<ArtifactSigner> signer(ArtifactStore store) {
        return options.signing().byResource().isEmpty()
                ? Optional.empty()
                : Optional.of(services.signer(options.signing(), store.bucket()));
    }
}
