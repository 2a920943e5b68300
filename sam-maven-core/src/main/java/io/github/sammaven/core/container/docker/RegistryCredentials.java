package io.github.sammaven.core.container.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Logins as the docker command keeps them: in its configuration file, or behind a credential helper. */
public final class RegistryCredentials {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DOCKER_HUB = "https://index.docker.io/v1/";
    private static final String TOKEN_USER = "<token>";
    private static final long HELPER_SECONDS = 20;

    private final DefaultDockerClientConfig config;
    private final Map<String, String> shell;

    /** @param shell where helpers are looked for, and what they see */
    RegistryCredentials(DefaultDockerClientConfig config, Map<String, String> shell) {
        this.config = config;
        this.shell = Map.copyOf(shell);
    }

    /** The host part of an image's name, with its port. */
    public static String registryOf(String reference) {
        int slash = reference.indexOf('/');
        String first = slash < 0 ? "" : reference.substring(0, slash);
        return first.contains(".") || first.contains(":") || first.equals("localhost") ? first : DOCKER_HUB;
    }

    /** The login for the registry of an image; empty if there is none. */
    public Optional<AuthConfig> of(String reference) {
        String registry = registryOf(reference);
        return helperOf(registry).flatMap(helper -> ask(helper, registry)).or(() -> Optional.ofNullable(
                        config.effectiveAuthConfig(reference))
                .filter(found -> found.getUsername() != null || found.getIdentitytoken() != null));
    }

    private Optional<String> helperOf(String registry) {
        Path file = Path.of(String.valueOf(config.getDockerConfigPath()), "config.json");
        try {
            JsonNode known = Files.exists(file) ? MAPPER.readTree(file.toFile()) : MAPPER.missingNode();
            JsonNode helper = known.path("credHelpers").path(registry);
            return Optional.of(helper.isTextual() ? helper : known.path("credsStore"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText);
        } catch (IOException e) {
            // The docker command itself runs without a file it cannot read.
            return Optional.empty();
        }
    }

    private Optional<AuthConfig> ask(String helper, String registry) {
        try {
            ProcessBuilder builder = new ProcessBuilder("docker-credential-" + helper, "get")
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(shell);
            Process process = builder.start();
            try (OutputStream input = process.getOutputStream()) {
                input.write(registry.getBytes(StandardCharsets.UTF_8));
            }
            JsonNode answer = MAPPER.readTree(process.getInputStream());
            boolean good = process.waitFor(HELPER_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            return good ? login(answer, registry) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<AuthConfig> login(JsonNode answer, String registry) {
        String user = answer.path("Username").asText();
        String secret = answer.path("Secret").asText();
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        AuthConfig login = new AuthConfig().withRegistryAddress(registry);
        return Optional.of(
                user.equals(TOKEN_USER)
                        ? login.withIdentityToken(secret)
                        : login.withUsername(user).withPassword(secret));
    }
}
