package io.github.sammaven.core.local.container.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.transport.DockerHttpClient;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.local.container.ContainerEngine;
import io.github.sammaven.core.local.container.ContainerExit;
import io.github.sammaven.core.local.container.ContainerSpec;
import io.github.sammaven.core.local.container.EngineImage;
import io.github.sammaven.core.local.container.FollowedOutput;
import io.github.sammaven.core.local.container.ImageRecipe;
import io.github.sammaven.core.local.container.InsideProgram;
import io.github.sammaven.core.local.container.NetworkRange;
import io.github.sammaven.core.local.container.OutputReceiver;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A container engine that speaks Docker's API. */
final class DockerEngine implements ContainerEngine {

    private static final int GONE_ON_ITS_OWN = 304;

    private final URI address;
    private final DockerClient client;
    private final ImagePulls pulls;
    private final PeakMemory peakMemory;

    DockerEngine(URI address, DockerClient client, DockerHttpClient http, ImagePulls pulls) {
        this.address = address;
        this.client = client;
        this.pulls = pulls;
        this.peakMemory = new PeakMemory(http);
    }

    @Override
    public boolean isRemote() {
        String scheme = String.valueOf(address.getScheme());
        String host = String.valueOf(address.getHost());
        boolean loopback = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return !scheme.equals("unix") && !scheme.equals("npipe") && !loopback;
    }

    @Override
    public Optional<EngineImage> image(String reference) {
        return ask(() -> {
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
        ask(() -> {
            pulls.pull(client, reference, architecture, progress);
            return reference;
        });
    }

    @Override
    public String build(ImageRecipe recipe, InputStream context, Consumer<String> output) {
        return ask(() -> {
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
        ask(() -> client.tagImageCmd(imageId, repository, tag).exec());
    }

    @Override
    public void removeOtherTags(String repository, Map<String, String> labels, String imageId) {
        List<Image> images = ask(() -> client.listImagesCmd()
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

    @Override
    public String create(ContainerSpec spec) {
        return ask(() -> {
            String id = Containers.describe(client.createContainerCmd(spec.image()), spec)
                    .exec()
                    .getId();
            Optional<String> second = Containers.secondNetwork(spec);
            if (second.isPresent()) {
                try {
                    client.connectToNetworkCmd()
                            .withContainerId(id)
                            .withNetworkId(second.get())
                            .exec();
                } catch (RuntimeException e) {
                    remove(id);
                    throw e;
                }
            }
            return id;
        });
    }

    @Override
    public void copyIn(String container, InputStream tarFromRoot) {
        ask(() -> client.copyArchiveToContainerCmd(container)
                .withTarInputStream(tarFromRoot)
                .withRemotePath("/")
                .exec());
    }

    @Override
    public FollowedOutput follow(String container, OutputReceiver receiver) {
        return ask(() -> {
            Frames frames = new Frames(receiver);
            client.attachContainerCmd(container)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withFollowStream(true)
                    .exec(frames)
                    .awaitStart();
            return frames::stop;
        });
    }

    @Override
    public void start(String container) {
        ask(() -> client.startContainerCmd(container).exec());
    }

    @Override
    public ContainerExit awaitExit(String container) {
        return ask(() -> {
            client.waitContainerCmd(container).exec(new Replies<>(told -> {})).awaitEnd();
            InspectContainerResponse.ContainerState state =
                    client.inspectContainerCmd(container).exec().getState();
            Long status = state.getExitCodeLong();
            return new ContainerExit(status == null ? 0 : status.intValue(), Boolean.TRUE.equals(state.getOOMKilled()));
        });
    }

    @Override
    public Optional<Integer> publishedPort(String container, int port) {
        return ask(() -> {
            Ports.Binding[] bindings = client.inspectContainerCmd(container)
                    .exec()
                    .getNetworkSettings()
                    .getPorts()
                    .getBindings()
                    .get(ExposedPort.tcp(port));
            return bindings == null
                    ? Optional.empty()
                    : Arrays.stream(bindings)
                            .map(binding -> Integer.valueOf(binding.getHostPortSpec()))
                            .findFirst();
        });
    }

    @Override
    public InsideProgram run(String container, List<String> command, OutputReceiver receiver) {
        return ask(() -> {
            String id = client.execCreateCmd(container)
                    .withAttachStdin(true)
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .withCmd(command.toArray(String[]::new))
                    .exec()
                    .getId();
            QueuedInput input = new QueuedInput();
            Frames frames = new Frames(receiver);
            client.execStartCmd(id).withStdIn(input).exec(frames);
            return new RunningExec(input, frames);
        });
    }

    private record RunningExec(QueuedInput input, Frames frames) implements InsideProgram {

        @Override
        public void write(byte[] bytes) throws IOException {
            input.put(bytes);
        }

        @Override
        public void close() {
            input.close();
            frames.stop();
        }
    }

    @Override
    public OptionalLong peakMemory(String container) {
        return peakMemory.of(container);
    }

    @Override
    public void stop(String container, Duration grace) {
        ask(() -> {
            try {
                return client.stopContainerCmd(container)
                        .withTimeout((int) Math.max(1, grace.toSeconds()))
                        .exec();
            } catch (NotFoundException | NotModifiedException e) {
                return GONE_ON_ITS_OWN;
            }
        });
    }

    @Override
    public void remove(String container) {
        ask(() -> {
            try {
                return client.removeContainerCmd(container)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (NotFoundException | ConflictException e) {
                // A conflict says that its removal is under way already.
                return GONE_ON_ITS_OWN;
            }
        });
    }

    @Override
    public Map<String, Map<String, String>> labelled(Map<String, String> labels) {
        Map<String, Map<String, String>> found = new HashMap<>();
        List<Container> containers = ask(() -> client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(labels)
                .exec());
        containers.forEach(container -> found.put(container.getId(), container.getLabels()));
        return found;
    }

    @Override
    public List<NetworkRange> ranges(String network) {
        return ask(() -> {
            try {
                Network.Ipam ipam =
                        client.inspectNetworkCmd().withNetworkId(network).exec().getIpam();
                return ipam == null || ipam.getConfig() == null
                        ? List.of()
                        : ipam.getConfig().stream()
                                .map(config -> NetworkRange.parse(
                                        String.valueOf(config.getSubnet()), String.valueOf(config.getGateway())))
                                .flatMap(Optional::stream)
                                .toList();
            } catch (NotFoundException e) {
                return List.of();
            }
        });
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SamException("The wait for the container engine was interrupted", "", e);
        } catch (DockerException | DockerClientException e) {
            throw new SamException("The container engine refuses: " + EngineMessage.of(e), "", e);
        } catch (SamException e) {
            throw e;
        } catch (RuntimeException e) {
            throw EngineMessage.isNoAnswer(e)
                    ? new SamException(
                            "No container engine answers at " + address,
                            "Start it, name another with DOCKER_HOST, or run without containers: -Dsam.runner=process",
                            e)
                    : new SamException("The container engine failed: " + EngineMessage.of(e), "", e);
        }
    }

    /** A conversation with the engine. */
    private interface Question<T> {
        T ask() throws InterruptedException;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
