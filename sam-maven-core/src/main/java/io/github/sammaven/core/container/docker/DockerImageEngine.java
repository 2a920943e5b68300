package io.github.sammaven.core.container.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.LoadResponseItem;
import com.github.dockerjava.api.model.PushResponseItem;
import io.github.sammaven.core.container.BuildRequest;
import io.github.sammaven.core.container.ImageDetails;
import io.github.sammaven.core.container.ImageEngine;
import io.github.sammaven.core.container.PushFailedException;
import io.github.sammaven.core.container.RegistryLogin;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Makes and delivers images with an engine that speaks Docker's API. */
public final class DockerImageEngine implements ImageEngine {

    private static final String WAY_OUT = "images are made by Docker, Podman or Finch";

    private final DockerConnection connection;
    private final DockerClient client;
    private final DockerTalk talk;

    /** @param shell as for {@link DockerConnection#prepare} */
    public DockerImageEngine(Map<String, String> shell) {
        this.connection = DockerConnection.prepare(shell, WAY_OUT);
        this.client = connection.client();
        this.talk = connection.talk();
    }

    @Override
    public Optional<ImageDetails> find(String reference) {
        return talk.ask(() -> {
            try {
                InspectImageResponse found = client.inspectImageCmd(reference).exec();
                List<String> names = found.getRepoTags();
                return Optional.of(new ImageDetails(
                        String.valueOf(found.getId()),
                        String.valueOf(found.getArch()),
                        names == null ? Set.of() : Set.copyOf(names)));
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public String build(BuildRequest request, InputStream context, Consumer<String> output) {
        return talk.ask(() -> {
            BuildImageCmd build = describe(client.buildImageCmd(context), request);
            AuthConfigurations logins = new AuthConfigurations();
            request.baseImages().forEach(image -> connection
                    .credentials()
                    .of(image)
                    .ifPresent(login ->
                            logins.addConfig(login.withRegistryAddress(RegistryCredentials.registryOf(image)))));
            if (!logins.getConfigs().isEmpty()) {
                build.withBuildAuthConfigs(logins);
            }
            BuildProgress told = new BuildProgress(output);
            build.exec(new Replies<BuildResponseItem>(told)).awaitEnd();
            return client.inspectImageCmd(told.imageId()).exec().getId();
        });
    }

    private BuildImageCmd describe(BuildImageCmd build, BuildRequest request) {
        build.withDockerfilePath(request.dockerfile())
                .withLabels(new HashMap<>(request.labels()))
                .withRemove(true)
                .withForcerm(true)
                .withNoCache(request.switches().contains(BuildRequest.Switch.NO_CACHE))
                .withPull(request.switches().contains(BuildRequest.Switch.PULL));
        request.arguments().forEach(build::withBuildArg);
        request.target().ifPresent(build::withTarget);
        request.network().ifPresent(build::withNetworkMode);
        request.shmBytes().ifPresent(build::withShmsize);
        request.memoryBytes().ifPresent(build::withMemory);
        if (!request.extraHosts().isEmpty()) {
            build.withExtraHosts(request.extraHosts());
        }
        if (!request.cacheFrom().isEmpty()) {
            build.withCacheFrom(request.cacheFrom());
        }
        // An engine without emulation refuses any platform, its own too.
        if (!request.platform()
                .endsWith(String.valueOf(client.versionCmd().exec().getArch()))) {
            build.withPlatform(request.platform());
        }
        return build;
    }

    @Override
    public List<String> load(InputStream archive) {
        return talk.ask(() -> {
            LoadProgress told = new LoadProgress();
            client.loadImageAsyncCmd(archive)
                    .exec(new Replies<LoadResponseItem>(told))
                    .awaitEnd();
            return told.images();
        });
    }

    @Override
    public void tag(String imageId, String repository, String tag) {
        talk.ask(() -> client.tagImageCmd(imageId, repository, tag).exec());
    }

    @Override
    public Optional<String> push(
            String repository, String tag, Optional<RegistryLogin> login, Consumer<String> progress) {
        String name = repository + ":" + tag;
        return talk.ask(() -> {
            AuthConfig auth = login.map(DockerImageEngine::auth)
                    .or(() -> connection.credentials().of(name))
                    .orElseGet(AuthConfig::new);
            PushProgress told = new PushProgress(
                    new TransferProgress(TransferProgress.Direction.PUSH, name, progress, System::nanoTime));
            try {
                client.pushImageCmd(repository)
                        .withTag(tag)
                        .withAuthConfig(auth)
                        .exec(new Replies<PushResponseItem>(told))
                        .awaitEnd();
            } catch (DockerException | DockerClientException e) {
                throw new PushFailedException(name, EngineMessage.of(e), e);
            }
            told.failure().ifPresent(said -> {
                throw new PushFailedException(name, said, null);
            });
            return told.digest();
        });
    }

    private static AuthConfig auth(RegistryLogin login) {
        return new AuthConfig()
                .withRegistryAddress(login.registry())
                .withUsername(login.user())
                .withPassword(login.password());
    }

    @Override
    public void close() {
        connection.close();
    }
}
