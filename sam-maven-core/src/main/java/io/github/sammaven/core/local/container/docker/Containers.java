package io.github.sammaven.core.local.container.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import io.github.sammaven.core.local.container.ContainerSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a description of a container into the words of the API. */
final class Containers {

    private static final long MB = 1024L * 1024;
    private static final Set<String> MODES = Set.of("host", "none", "bridge", "default");

    private Containers() {}

    static CreateContainerCmd describe(CreateContainerCmd create, ContainerSpec spec) {
        create.withLabels(spec.labels())
                .withEnv(spec.environment().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .sorted()
                        .toList())
                .withExposedPorts(spec.ports().stream()
                        .map(port -> ExposedPort.tcp(port.inside()))
                        .toList())
                .withHostConfig(host(spec));
        if (!spec.entryPoint().isEmpty()) {
            create.withEntrypoint(spec.entryPoint());
        }
        if (!spec.command().isEmpty()) {
            create.withCmd(spec.command());
        }
        spec.workingDirectory().ifPresent(create::withWorkingDir);
        return create;
    }

    /** A network of the user's own is joined beside the default one, which leads to the Runtime API. */
    static Optional<String> secondNetwork(ContainerSpec spec) {
        return spec.network().filter(network -> !isMode(network));
    }

    private static boolean isMode(String network) {
        return MODES.contains(network) || network.startsWith("container:");
    }

    private static HostConfig host(ContainerSpec spec) {
        HostConfig host = HostConfig.newHostConfig()
                // We follow the output ourselves; the engine need not keep a second copy.
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE))
                .withBinds(spec.mounts().stream()
                        .map(mount -> new Bind(mount.source(), new Volume(mount.target()), AccessMode.ro))
                        .toList())
                .withExtraHosts(spec.extraHosts().toArray(String[]::new))
                .withPortBindings(spec.ports().stream()
                        .map(port -> new PortBinding(
                                Ports.Binding.bindIpAndPort(port.address(), port.outside()),
                                ExposedPort.tcp(port.inside())))
                        .toList());
        List<String> dns = spec.dns();
        if (!dns.isEmpty()) {
            host.withDns(dns);
        }
        spec.network().filter(Containers::isMode).ifPresent(host::withNetworkMode);
        // The same limit for memory and swap together: Lambda has no swap.
        spec.memoryMb().ifPresent(mb -> host.withMemory(mb * MB).withMemorySwap(mb * MB));
        return host;
    }
}
