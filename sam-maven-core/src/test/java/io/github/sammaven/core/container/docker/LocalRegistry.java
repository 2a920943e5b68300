package io.github.sammaven.core.container.docker;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real registry in a process of its own, on a free port. Tests are skipped, with the reason, where the program {@code
 * docker-registry} is not installed.
 */
public final class LocalRegistry implements AutoCloseable {

    public static final String USER = "AWS";
    public static final String PASSWORD = "t0ken";

    /** The password above, as bcrypt makes it. */
    private static final String HASH = "$2b$05$abcdefghijklmnopqrstuuHZSItsKchLCIg6XIY9a.LmZgwD7svOG";

    private final Process process;
    private final int port;
    private final boolean guarded;

    private LocalRegistry(Process process, int port, boolean guarded) {
        this.process = process;
        this.port = port;
        this.guarded = guarded;
    }

    /**
     * @param folder for what it keeps
     * @param guarded whether it asks for a login
     */
    public static LocalRegistry start(Path folder, boolean guarded) throws IOException {
        boolean there = Stream.of("/usr/bin/docker-registry", "/usr/local/bin/docker-registry")
                .anyMatch(file -> Files.isExecutable(Path.of(file)));
        if (!there) {
            System.err.println("SKIPPED: pushes to a real registry. There is no docker-registry on this machine");
        }
        Assumptions.assumeTrue(there, "there is no docker-registry on this machine");
        int port = freePort();
        Path passwords = Files.writeString(folder.resolve("htpasswd"), USER + ":" + HASH + "\n");
        String login = guarded ? "auth: {htpasswd: {realm: test, path: " + passwords + "}}\n" : "";
        Path config =
                Files.writeString(folder.resolve("config.yml"), """
                version: 0.1
                log: {level: error}
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "127.0.0.1:%d"}
                """.formatted(folder.resolve("data"), port) + login);
        Process process = new ProcessBuilder("docker-registry", "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        LocalRegistry registry = new LocalRegistry(process, port, guarded);
        registry.awaitAnswer();
        return registry;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (true) {
            try {
                manifest("none", "none");
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }

    /** {@code localhost:port}. */
    public String host() {
        return "localhost:" + port;
    }

    /** The manifest of an image; the status if there is none. */
    public HttpResponse<String> manifest(String repository, String tag) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/v2/" + repository + "/manifests/" + tag))
                .header("Accept", "application/vnd.docker.distribution.manifest.v2+json");
        if (guarded) {
            byte[] login = (USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public boolean has(String repository, String tag) throws IOException {
        return manifest(repository, tag).statusCode() == HttpURLConnection.HTTP_OK;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
