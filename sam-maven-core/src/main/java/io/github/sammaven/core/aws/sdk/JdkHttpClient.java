package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.AwsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** For services with {@code PATCH}, which the JDK's older client, that all others use, does not know. */
final class JdkHttpClient implements SdkHttpClient {

    /** The client writes them itself. */
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length", "connection", "expect", "upgrade");

    private final HttpClient client;
    private final Duration silence;

    /** A proxy that asks for a password is asked without one. */
    JdkHttpClient(CallLimits limits, Optional<AwsSettings.Proxy> proxy) {
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(limits.connect());
        proxy.map(AwsSettings.Proxy::endpoint)
                .ifPresent(endpoint ->
                        builder.proxy(ProxySelector.of(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()))));
        this.client = builder.build();
        this.silence = limits.silence();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return send(request);
            }

            @Override
            public void abort() {
                // Calls here are short, and end by themselves when nothing is said for long.
            }
        };
    }

    private HttpExecuteResponse send(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest wanted = request.httpRequest();
        HttpRequest.Builder builder = HttpRequest.newBuilder(wanted.getUri())
                .timeout(silence)
                .method(wanted.method().name(), body(request));
        wanted.forEachHeader((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        try {
            HttpResponse<InputStream> answer = client.send(builder.build(), BodyHandlers.ofInputStream());
            return HttpExecuteResponse.builder()
                    .response(SdkHttpFullResponse.builder()
                            .statusCode(answer.statusCode())
                            .headers(answer.headers().map())
                            .build())
                    .responseBody(AbortableInputStream.create(answer.body()))
                    .build();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static BodyPublisher body(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return BodyPublishers.noBody();
        }
        try (InputStream content = request.contentStreamProvider().get().newStream()) {
            return BodyPublishers.ofByteArray(content.readAllBytes());
        }
    }

    @Override
    public void close() {
        // Its threads end when nothing refers to it.
    }
}
