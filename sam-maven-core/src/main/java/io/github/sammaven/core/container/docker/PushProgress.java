package io.github.sammaven.core.container.docker;

import com.github.dockerjava.api.model.PushResponseItem;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes on how far a push is, and keeps the digest of what came to the registry. */
final class PushProgress implements Consumer<PushResponseItem> {

    private final TransferProgress progress;
    private @Nullable String digest;

    PushProgress(TransferProgress progress) {
        this.progress = progress;
    }

    @Override
    public void accept(PushResponseItem item) {
        progress.accept(item);
        if (item.getAux() != null && item.getAux().getDigest() != null) {
            digest = item.getAux().getDigest();
        }
    }

    Optional<String> failure() {
        return Optional.ofNullable(progress.failure());
    }

    Optional<String> digest() {
        return Optional.ofNullable(digest);
    }
}
