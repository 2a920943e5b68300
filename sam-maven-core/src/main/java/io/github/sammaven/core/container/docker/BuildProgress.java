package io.github.sammaven.core.container.docker;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes on what a build prints, and keeps what came of it. */
public final class BuildProgress implements Consumer<BuildResponseItem> {

    private final Consumer<String> output;
    private @Nullable String imageId;
    private @Nullable String failure;

    public BuildProgress(Consumer<String> output) {
        this.output = output;
    }

    @Override
    public void accept(BuildResponseItem item) {
        String text = item.getStream();
        if (text != null) {
            text.lines().filter(line -> !line.isBlank()).forEach(output);
        }
        if (item.isBuildSuccessIndicated()) {
            imageId = item.getImageId();
        } else if (item.isErrorIndicated() && item.getErrorDetail() != null) {
            failure = item.getErrorDetail().getMessage();
        }
    }

    /** @throws DockerClientException with what the engine said, if there is no image */
    public String imageId() {
        String made = imageId;
        if (failure != null || made == null) {
            throw new DockerClientException(failure == null ? "the build told no image" : failure);
        }
        return made;
    }
}
