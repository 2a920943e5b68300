package io.github.sammaven.core.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineAddressTest {

    @TempDir
    private Path root = Path.of("");

    private URI find(Map<String, String> shell) {
        return EngineAddress.find(shell, root.resolve("home"), root);
    }

    private void touch(String file) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.createFile(root.resolve(file));
    }

    @Test
    void variableWins() throws IOException {
        touch("var/run/docker.sock");
        assertThat(find(Map.of("DOCKER_HOST", "tcp://build:2375"))).isEqualTo(URI.create("tcp://build:2375"));
        assertThatThrownBy(() -> find(Map.of("DOCKER_HOST", "tcp://a b")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("'tcp://a b'");
    }

    @Test
    void contextOfTheConfigurationCounts() throws IOException {
        Path docker = Files.createDirectories(root.resolve("home/.docker"));
        Files.writeString(docker.resolve("config.json"), "{\"currentContext\": \"desk\"}");
        assertThat(find(Map.of()).getPath()).endsWith("var/run/docker.sock");
        // The folder's name is the hash of the context's.
        String hash = hash("desk");
        Files.createDirectories(docker.resolve("contexts/meta").resolve(hash));
        Files.writeString(
                docker.resolve("contexts/meta").resolve(hash).resolve("meta.json"),
                "{\"Endpoints\": {\"docker\": {\"Host\": \"unix:///desk.sock\"}}}");
        assertThat(find(Map.of())).isEqualTo(URI.create("unix:///desk.sock"));
        assertThat(find(Map.of("DOCKER_CONTEXT", "default")).getPath()).endsWith("var/run/docker.sock");
    }

    private static String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes());
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void firstSocketThereIsCounts() throws IOException {
        Map<String, String> shell =
                Map.of("XDG_RUNTIME_DIR", root.resolve("run").toString());
        touch("run/podman/podman.sock");
        assertThat(find(shell).getPath()).endsWith("run/podman/podman.sock");
        touch("home/.docker/run/docker.sock");
        assertThat(find(shell).getPath()).endsWith("home/.docker/run/docker.sock");
        touch("var/run/docker.sock");
        assertThat(find(shell).getPath())
                .isEqualTo(root.resolve("var/run/docker.sock").toString());
    }

    @Test
    void probeTellsWhetherSomebodyAnswers() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        String address = "tcp://127.0.0.1:" + server.getAddress().getPort();
        assertThat(new EngineProbe(Map.of("DOCKER_HOST", address)).getAsBoolean())
                .isTrue();
        server.stop(0);
        assertThat(new EngineProbe(Map.of("DOCKER_HOST", address)).getAsBoolean())
                .isFalse();
        assertThat(new EngineProbe(Map.of("DOCKER_HOST", "unix:///no/such.sock")).getAsBoolean())
                .isFalse();
        assertThat(new EngineProbe(Map.of("DOCKER_HOST", "ssh://build")).getAsBoolean())
                .isFalse();
    }
}
