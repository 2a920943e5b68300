package io.github.sammaven.core.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the engine the docker command would talk to: {@code DOCKER_HOST}, the current context, else the first socket
 * there is, of Docker, Colima, Podman or Finch.
 */
public final class EngineAddress {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NO_CONTEXT = "default";
    private static final URI WINDOWS = URI.create("npipe:////./pipe/docker_engine");

    private final Map<String, String> shell;
    private final Path home;
    private final Path root;

    private EngineAddress(Map<String, String> shell, Path home, Path root) {
        this.shell = shell;
        this.home = home;
        this.root = root;
    }

    /**
     * Looks, and asks nobody.
     *
     * @throws InvalidOptionException if what is configured is not an address
     */
    public static URI find(Map<String, String> shell) {
        Path home = Path.of(System.getProperty("user.home"));
        return new EngineAddress(shell, home, Path.of("/")).find(System.getProperty("os.name"));
    }

    static URI find(Map<String, String> shell, Path home, Path root) {
        return new EngineAddress(shell, home, root).find("Linux");
    }

    private URI find(String system) {
        String host = shell.getOrDefault("DOCKER_HOST", "");
        String written = host.isEmpty() ? ofContext().orElse("") : host;
        if (!written.isEmpty()) {
            try {
                return URI.create(written);
            } catch (IllegalArgumentException e) {
                throw new InvalidOptionException(
                        "The container engine's address '" + written + "' is none",
                        "Write unix:///path or tcp://host:port into DOCKER_HOST");
            }
        }
        return system.startsWith("Windows") ? WINDOWS : socket();
    }

    private URI socket() {
        Path usual = root.resolve("var/run/docker.sock");
        Optional<Path> ofUser =
                Optional.ofNullable(shell.get("XDG_RUNTIME_DIR")).map(Path::of);
        Path found = Stream.of(
                        Stream.of(usual),
                        ofUser.map(folder -> folder.resolve("docker.sock")).stream(),
                        Stream.of(home.resolve(".docker/run/docker.sock"), home.resolve(".colima/default/docker.sock")),
                        ofUser.map(folder -> folder.resolve("podman/podman.sock")).stream(),
                        Stream.of(root.resolve("var/run/finch.sock")))
                .flatMap(paths -> paths)
                .filter(Files::exists)
                .findFirst()
                .orElse(usual);
        return URI.create("unix://" + found.toUri().getRawPath());
    }

    private Optional<String> ofContext() {
        String folder = shell.getOrDefault("DOCKER_CONFIG", "");
        Path config = folder.isEmpty() ? home.resolve(".docker") : Path.of(folder);
        String name = shell.getOrDefault("DOCKER_CONTEXT", "");
        if (name.isEmpty()) {
            name = read(config.resolve("config.json")).path("currentContext").asText(NO_CONTEXT);
        }
        if (name.equals(NO_CONTEXT)) {
            return Optional.empty();
        }
        Path meta = config.resolve("contexts/meta").resolve(sha256(name)).resolve("meta.json");
        return Optional.of(read(meta).path("Endpoints").path("docker").path("Host"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private static JsonNode read(Path file) {
        try {
            return Files.exists(file) ? MAPPER.readTree(file.toFile()) : MAPPER.missingNode();
        } catch (IOException e) {
            // The docker command itself runs without a file it cannot read.
            return MAPPER.missingNode();
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
