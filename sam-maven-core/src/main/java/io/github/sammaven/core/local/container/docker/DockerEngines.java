package io.github.sammaven.core.local.container.docker;

import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.github.sammaven.core.local.container.ContainerEngine;
import io.github.sammaven.core.local.container.EngineAddress;
import io.github.sammaven.core.problem.SamException;
import java.time.Duration;
import java.util.Map;

/** Finds the engine the docker command would talk to. */
public final class DockerEngines {

    private static final int CONNECTIONS = 500;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private DockerEngines() {}

    /**
     * Prepares to talk to the engine; nothing is sent yet.
     *
     * @param shell of it {@code DOCKER_HOST}, {@code DOCKER_CONTEXT}, {@code DOCKER_API_VERSION}, {@code DOCKER_CONFIG}
     *     and what belongs to TLS count; without a version the engine's own is used
     * @throws SamException if the address is not one we can talk to
     */
    public static ContainerEngine connect(Map<String, String> shell) {
        try {
            DefaultDockerClientConfig.Builder settings = DefaultDockerClientConfig.createDefaultConfigBuilder();
            String version = shell.getOrDefault("DOCKER_API_VERSION", "");
            if (!version.isEmpty()) {
                settings.withApiVersion(version);
            }
            settings.withDockerHost(EngineAddress.find(shell).toString());
            DefaultDockerClientConfig config = settings.build();
            ZerodepDockerHttpClient http = new ZerodepDockerHttpClient.Builder()
                    .dockerHost(config.getDockerHost())
                    .sslConfig(config.getSSLConfig())
                    .maxConnections(CONNECTIONS)
                    .connectionTimeout(CONNECT)
                    .build();
            return new DockerEngine(
                    config.getDockerHost(),
                    DockerClientImpl.getInstance(config, http),
                    http,
                    new ImagePulls(new RegistryCredentials(config, shell)));
        } catch (SamException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SamException(
                    "The container engine cannot be reached: " + EngineMessage.of(e),
                    "Check DOCKER_HOST; unix:// and tcp:// addresses work, for ssh:// open a tunnel yourself",
                    e);
        }
    }
}
