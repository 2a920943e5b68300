package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.managed.CompanionStack;
import io.github.sammaven.core.packaging.ImagePublisher;
import io.github.sammaven.core.packaging.image.EcrPublisher;
import io.github.sammaven.core.packaging.image.ImageRepositories;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pushes images; repositories that are missing are made when the first image is there to be pushed. */
final class RepositoryPublisher implements ImagePublisher {

    private final ImageRepositories chosen;
    private final CompanionStack companion;
    private final Function<ImageRepositories, EcrPublisher> publishers;
    private @Nullable EcrPublisher publisher;

    RepositoryPublisher(
            ImageRepositories chosen, CompanionStack companion, Function<ImageRepositories, EcrPublisher> publishers) {
        this.chosen = chosen;
        this.companion = companion;
        this.publishers = publishers;
    }

    @Override
    public String publish(String functionId, String localImage) {
        return publisher().publish(functionId, localImage);
    }

    private synchronized EcrPublisher publisher() {
        if (publisher == null) {
            publisher = publishers.apply(
                    chosen.unresolved().isEmpty() ? chosen : chosen.with(companion.ensure(chosen.unresolved())));
        }
        return publisher;
    }
}
