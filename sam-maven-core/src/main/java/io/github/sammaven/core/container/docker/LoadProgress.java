package io.github.sammaven.core.container.docker;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.LoadResponseItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the names of the images an engine took in from an archive. */
final class LoadProgress implements Consumer<LoadResponseItem> {

    private static final List<String> BEFORE_NAME = List.of("Loaded image ID: ", "Loaded image: ");

    private final List<String> images = new ArrayList<>();
    private @Nullable String failure;

    @Override
    public void accept(LoadResponseItem item) {
        if (item.isErrorIndicated() && item.getErrorDetail() != null) {
            failure = item.getErrorDetail().getMessage();
        }
        String text = item.getStream() == null ? "" : item.getStream().strip();
        BEFORE_NAME.stream()
                .filter(text::startsWith)
                .findFirst()
                .ifPresent(before -> images.add(text.substring(before.length())));
    }

    List<String> images() {
        if (failure != null) {
            throw new DockerClientException(failure);
        }
        return List.copyOf(images);
    }
}
