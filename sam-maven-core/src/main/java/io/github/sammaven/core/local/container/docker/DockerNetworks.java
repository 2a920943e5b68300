package io.github.sammaven.core.local.container.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Network;
import io.github.sammaven.core.container.docker.DockerTalk;
import io.github.sammaven.core.local.container.NetworkRange;
import java.util.List;
import java.util.Optional;

/** Networks of an engine that speaks Docker's API. */
final class DockerNetworks {

    private final DockerTalk talk;
    private final DockerClient client;

    DockerNetworks(DockerTalk talk, DockerClient client) {
        this.talk = talk;
        this.client = client;
    }

    /** Address ranges of a network; none if there is no such network. */
    List<NetworkRange> ranges(String network) {
        return talk.ask(() -> {
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

    void join(String container, String network) {
        talk.ask(() -> client.connectToNetworkCmd()
                .withContainerId(container)
                .withNetworkId(network)
                .exec());
    }
}
