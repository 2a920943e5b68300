package io.github.sammaven.core.local.container.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import io.github.sammaven.core.container.docker.DockerConnection;
import io.github.sammaven.core.container.docker.DockerTalk;
import io.github.sammaven.core.container.docker.Replies;
import io.github.sammaven.core.local.container.ContainerEngine;
import io.github.sammaven.core.local.container.ContainerExit;
import io.github.sammaven.core.local.container.ContainerSpec;
import io.github.sammaven.core.local.container.FollowedOutput;
import io.github.sammaven.core.local.container.ImageStore;
import io.github.sammaven.core.local.container.InsideCommand;
import io.github.sammaven.core.local.container.InsideProgram;
import io.github.sammaven.core.local.container.NetworkRange;
import io.github.sammaven.core.local.container.OutputReceiver;
import io.github.sammaven.core.problem.SamException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A container engine that speaks Docker's API. */
final class DockerEngine implements ContainerEngine {

    private static final int GONE_ON_ITS_OWN = 304;

    private final DockerConnection connection;
    private final URI address;
    private final DockerClient client;
    private final DockerTalk talk;
    private final DockerImages images;
    private final DockerPrograms programs;
    private final DockerNetworks networks;
    private final PeakMemory peakMemory;

    DockerEngine(DockerConnection connection) {
        this.connection = connection;
        this.address = connection.address();
        this.client = connection.client();
        this.talk = connection.talk();
        this.images = new DockerImages(talk, client, new ImagePulls(connection.credentials()));
        this.programs = new DockerPrograms(talk, client);
        this.networks = new DockerNetworks(talk, client);
        this.peakMemory = new PeakMemory(connection.http());
    }

    @Override
    public boolean isRemote() {
        String scheme = String.valueOf(address.getScheme());
        String host = String.valueOf(address.getHost());
        boolean loopback = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return !scheme.equals("unix") && !scheme.equals("npipe") && !loopback;
    }

    @Override
    public ImageStore images() {
        return images;
    }

    @Override
    public List<NetworkRange> ranges(String network) {
        return networks.ranges(network);
    }

    @Override
    public String create(ContainerSpec spec) {
        String id = talk.ask(() -> Containers.describe(client.createContainerCmd(spec.image()), spec)
                .exec()
                .getId());
        Optional<String> second = Containers.secondNetwork(spec);
        if (second.isPresent()) {
            try {
                networks.join(id, second.get());
            } catch (SamException e) {
                remove(id);
                throw e;
            }
        }
        return id;
    }

    @Override
    public void copyIn(String container, InputStream tarFromRoot) {
        talk.ask(() -> client.copyArchiveToContainerCmd(container)
                .withTarInputStream(tarFromRoot)
                .withRemotePath("/")
                .exec());
    }

    @Override
    public Optional<InputStream> copyOut(String container, String path) {
        return talk.ask(() -> {
            try {
                return Optional.of(
                        client.copyArchiveFromContainerCmd(container, path).exec());
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public FollowedOutput follow(String container, OutputReceiver receiver) {
        return talk.ask(() -> {
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
        talk.ask(() -> client.startContainerCmd(container).exec());
    }

    @Override
    public ContainerExit awaitExit(String container) {
        return talk.ask(() -> {
            client.waitContainerCmd(container).exec(new Replies<>(told -> {})).awaitEnd();
            InspectContainerResponse.ContainerState state =
                    client.inspectContainerCmd(container).exec().getState();
            Long status = state.getExitCodeLong();
            return new ContainerExit(status == null ? 0 : status.intValue(), Boolean.TRUE.equals(state.getOOMKilled()));
        });
    }

    @Override
    public Optional<Integer> publishedPort(String container, int port) {
        return talk.ask(() -> {
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
    public InsideProgram run(String container, InsideCommand command, OutputReceiver receiver) {
        return programs.run(container, command, receiver);
    }

    @Override
    public OptionalLong peakMemory(String container) {
        return peakMemory.of(container);
    }

    @Override
    public void stop(String container, Duration grace) {
        talk.ask(() -> {
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
        talk.ask(() -> {
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
        List<Container> containers = talk.ask(() -> client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(labels)
                .exec());
        containers.forEach(container -> found.put(container.getId(), container.getLabels()));
        return found;
    }

    @Override
    public void close() {
        connection.close();
    }
}
