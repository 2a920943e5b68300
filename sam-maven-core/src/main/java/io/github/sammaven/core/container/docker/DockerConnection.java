package io.github.sammaven.core.container.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.github.sammaven.core.container.EngineAddress;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A connection to the engine the docker command would talk to. Opened with the first question.
 *
 * @param address of the engine
 * @param client for questions it knows
 * @param http for those it does not
 * @param talk puts failures into words
 * @param credentials logins to registries
 */
public record DockerConnection(
        URI address, DockerClient client, DockerHttpClient http, DockerTalk talk, RegistryCredentials credentials)
        implements AutoCloseable {

    private static final int CONNECTIONS = 500;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /**
     * Prepares to talk to the engine; nothing is sent yet.
     *
     * @param shell of it {@code DOCKER_HOST}, {@code DOCKER_CONTEXT}, {@code DOCKER_API_VERSION}, {@code DOCKER_CONFIG}
     *     and what belongs to TLS count; without a version the engine's own is used
     * @param wayOut as for {@link DockerTalk}
     * @throws SamException if the address is not one we can talk to
     */
    public static DockerConnection prepare(Map<String, String> shell, String wayOut) {
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
            return new DockerConnection(
                    config.getDockerHost(),
                    DockerClientImpl.getInstance(config, http),
                    http,
                    new DockerTalk(config.getDockerHost(), wayOut),
                    new RegistryCredentials(config, shell));
        } catch (SamException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SamException(
                    "The container engine cannot be reached: " + EngineMessage.of(e),
                    "Check DOCKER_HOST; unix:// and tcp:// addresses work, for ssh:// open a tunnel yourself",
                    e);
        }
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
