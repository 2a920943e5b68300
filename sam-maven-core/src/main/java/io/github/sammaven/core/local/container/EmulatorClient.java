package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.invoke.Invocation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Calls the Runtime Interface Emulator of one container. */
final class EmulatorClient {

    private static final String INVOCATIONS = "/2015-03-31/functions/function/invocations";
    private static final Duration PROBE = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PROBE)
            .build();
    private final String root;

    EmulatorClient(String host, int port) {
        this.root = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Whether it answers. A connection alone tells nothing: the engine takes it before the emulator listens. */
    boolean isReady() throws InterruptedException {
        HttpRequest probe =
                HttpRequest.newBuilder(URI.create(root + "/")).timeout(PROBE).build();
        try {
            http.send(probe, BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * @param limit how long to wait for the answer
     * @throws java.net.http.HttpTimeoutException if that was not enough
     */
    HttpResponse<byte[]> invoke(Invocation invocation, Duration limit) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + INVOCATIONS))
                .timeout(limit)
                .header("Content-Type", "application/json")
                .header("X-Amzn-RequestId", invocation.requestId())
                .POST(BodyPublishers.ofByteArray(invocation.payload()));
        invocation.traceId().ifPresent(trace -> request.header("X-Amzn-Trace-Id", trace));
        invocation
                .clientContext()
                .ifPresent(context -> request.header(
                        "X-Amz-Client-Context",
                        Base64.getEncoder().encodeToString(context.getBytes(StandardCharsets.UTF_8))));
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }
}
