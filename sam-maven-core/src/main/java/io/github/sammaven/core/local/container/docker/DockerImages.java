package io.github.sammaven.core.local.container.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.Image;
import io.github.sammaven.core.container.docker.BuildProgress;
import io.github.sammaven.core.container.docker.DockerTalk;
import io.github.sammaven.core.container.docker.Platforms;
import io.github.sammaven.core.container.docker.Replies;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.local.container.EngineImage;
import io.github.sammaven.core.local.container.ImageRecipe;
import io.github.sammaven.core.local.container.ImageStore;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Images of an engine that speaks Docker's API. */
final class DockerImages implements ImageStore {

    private final DockerTalk talk;
    private final DockerClient client;
    private final ImagePulls pulls;

    DockerImages(DockerTalk talk, DockerClient client, ImagePulls pulls) {
        this.talk = talk;
        this.client = client;
        this.pulls = pulls;
    }

    @Override
    public Optional<EngineImage> find(String reference) {
        return talk.ask(() -> {
            try {
                return Optional.of(describe(client.inspectImageCmd(reference).exec()));
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    private static EngineImage describe(InspectImageResponse found) {
        ContainerConfig config = found.getConfig();
        List<String> digests = found.getRepoDigests();
        return new EngineImage(
                String.valueOf(found.getId()),
                String.valueOf(found.getArch()),
                digests != null && !digests.isEmpty(),
                config == null ? List.of() : listOf(config.getEntrypoint()),
                config == null ? List.of() : listOf(config.getCmd()));
    }

    private static List<String> listOf(String @Nullable [] words) {
        return words == null ? List.of() : Arrays.asList(words);
    }

    @Override
    public void pull(String reference, Architecture architecture, Consumer<String> progress) {
        talk.ask(() -> {
            pulls.pull(client, reference, architecture, progress);
            return reference;
        });
    }

    @Override
    public String build(ImageRecipe recipe, InputStream context, Consumer<String> output) {
        return talk.ask(() -> {
            BuildImageCmd build = client.buildImageCmd(context)
                    .withDockerfilePath(recipe.dockerfile())
                    .withLabels(new HashMap<>(recipe.labels()))
                    .withRemove(true)
                    .withForcerm(true)
                    .withNoCache(recipe.afresh())
                    .withPull(recipe.afresh());
            recipe.arguments().forEach(build::withBuildArg);
            recipe.target().ifPresent(build::withTarget);
            String platform = Platforms.of(recipe.architecture());
            if (!platform.endsWith(String.valueOf(client.versionCmd().exec().getArch()))) {
                build.withPlatform(platform);
            }
            BuildProgress told = new BuildProgress(output);
            build.exec(new Replies<>(told)).awaitEnd();
            return told.imageId();
        });
    }

    @Override
    public void tag(String imageId, String repository, String tag) {
        talk.ask(() -> client.tagImageCmd(imageId, repository, tag).exec());
    }

    @Override
    public void removeOtherTags(String repository, Map<String, String> labels, String imageId) {
        List<Image> images = talk.ask(() -> client.listImagesCmd()
                .withLabelFilter(labels)
                .withReferenceFilter(repository)
                .exec());
        for (Image image : images) {
            String[] tags = image.getRepoTags();
            if (!image.getId().equals(imageId) && tags != null) {
                Arrays.stream(tags)
                        .filter(tag -> tag.startsWith(repository + ":"))
                        .forEach(this::untag);
            }
        }
    }

    private void untag(String name) {
        try {
            client.removeImageCmd(name).exec();
        } catch (NotFoundException | ConflictException e) {
            // Gone already, or a container of another session still runs it: then that session's next build removes it.
            return;
        }
    }
}
