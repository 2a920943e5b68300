package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.AwsSettings;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An AWS emulator as a child process, where {@code moto_server} is on the path. */
public final class MotoServer implements AutoCloseable {

    private static final String PROGRAM = "moto_server";

    private final Process process;
    private final URI endpoint;

    private MotoServer(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    public static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    }

    /** Returns once the server says that it listens. */
    public static MotoServer start() throws IOException {
        int port = freePort();
        Process process = new ProcessBuilder(PROGRAM, "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("Running on")) {
                Thread drain = new Thread(() -> discard(process), "moto-output");
                drain.setDaemon(true);
                drain.start();
                return new MotoServer(process, URI.create("http://localhost:" + port));
            }
        }
        throw new IOException(PROGRAM + " ended before it listened");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void discard(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // The process is gone, and its output with it.
        }
    }

    public AwsSettings settings() {
        return new AwsSettings(
                Optional.of("eu-central-1"), Optional.empty(), Optional.of(endpoint), Map.of(), Optional.empty());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupt) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
