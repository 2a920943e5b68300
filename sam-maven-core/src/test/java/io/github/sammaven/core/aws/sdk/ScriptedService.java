package io.github.sammaven.core.aws.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sammaven.core.aws.AwsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An HTTP server that answers each method with one prepared answer and remembers what it was asked. */
final class ScriptedService implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Queue<Answer>> firstAnswers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();

    record Answer(int status, Map<String, String> headers, String body) {}

    record Request(String method, URI uri, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    ScriptedService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    ScriptedService on(String method, int status, Map<String, String> headers, String body) {
        answers.put(method, new Answer(status, headers, body));
        return this;
    }

    /** Answers {@code method} so once, before all that {@link #on} says; may be called for several in a row. */
    ScriptedService once(String method, int status, Map<String, String> headers, String body) {
        firstAnswers
                .computeIfAbsent(method, none -> new ConcurrentLinkedQueue<>())
                .add(new Answer(status, headers, body));
        return this;
    }

    ScriptedService on(String method, int status) {
        return on(method, status, Map.of(), "");
    }

    /** Answers {@code method} as S3 does when it refuses. */
    ScriptedService refuse(String method, int status, String code, String message) {
        return on(
                method,
                status,
                Map.of("Content-Type", "application/xml"),
                "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>");
    }

    /** Settings that lead here, for every service. */
    AwsSettings settings() {
        return new AwsSettings(
                Optional.of("eu-central-1"), Optional.empty(), Optional.of(endpoint()), Map.of(), Optional.empty());
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    private Answer answerTo(String method) {
        Answer first =
                firstAnswers.getOrDefault(method, new ConcurrentLinkedQueue<>()).poll();
        return first == null ? answers.getOrDefault(method, new Answer(501, Map.of(), "")) : first;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    sent));
            Answer answer = answerTo(exchange.getRequestMethod());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            boolean empty = body.length == 0;
            exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
