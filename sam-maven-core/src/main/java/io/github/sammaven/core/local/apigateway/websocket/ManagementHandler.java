package io.github.sammaven.core.local.apigateway.websocket;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.http.RequestBody;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The {@code @connections} endpoint, by which functions send to clients, and close or look at their connections. */
final class ManagementHandler {

    /** What comes before the id of a connection. */
    static final String PREFIX = "/@connections/";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpString ERROR_TYPE = new HttpString("x-amzn-ErrorType");
    private static final int SEND_SECONDS = 10;

    private final ServedStage stage;
    private final Connections connections;
    private final boolean unsignedAllowed;

    /** @param unsignedAllowed whether requests without a signature pass; whether one is true is not checked */
    ManagementHandler(ServedStage stage, Connections connections, boolean unsignedAllowed) {
        this.stage = stage;
        this.connections = connections;
        this.unsignedAllowed = unsignedAllowed;
    }

    /**
     * What is answered.
     *
     * @param error as SDK clients know it; empty for none
     * @param body JSON; empty text for none
     */
    private record Answer(int status, String error, String body, long bytesIn) {

        static Answer failure(int status, String error, String message) {
            return new Answer(
                    status,
                    error,
                    MAPPER.createObjectNode().put("message", message).toString(),
                    0);
        }
    }

    void handle(HttpServerExchange exchange, String id) throws IOException {
        Arrival arrival = stage.arrival();
        Answer answer = isSigned(exchange) || unsignedAllowed ? answer(exchange, id) : unsigned();
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        if (!answer.error().isEmpty()) {
            exchange.getResponseHeaders().put(ERROR_TYPE, answer.error());
        }
        exchange.getResponseSender().send(answer.body());
        stage.served(
                arrival,
                exchange.getRequestMethod().toString(),
                exchange.getRequestPath(),
                answer.bytesIn(),
                answer.status(),
                answer.body(),
                CallOutcome.without(answer.error()));
    }

    private static boolean isSigned(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION))
                        .filter(value -> value.startsWith("AWS4-"))
                        .isPresent()
                || exchange.getQueryParameters().containsKey("X-Amz-Signature");
    }

    private static Answer unsigned() {
        return Answer.failure(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    private Answer answer(HttpServerExchange exchange, String id) throws IOException {
        if (!GatewayIds.isOne(id)) {
            return Answer.failure(400, "BadRequestException", "Invalid connectionId: " + id);
        }
        Optional<Connection> found = connections.find(id);
        String method = exchange.getRequestMethod().toString();
        if (method.equals("POST")) {
            return send(exchange, found);
        }
        if (method.equals("GET")) {
            return found.map(ManagementHandler::description).orElseGet(ManagementHandler::gone);
        }
        if (method.equals("DELETE")) {
            found.ifPresent(connection -> connection.close(Ending.NORMAL));
            return found.isPresent() ? new Answer(204, "", "", 0) : gone();
        }
        return unsigned();
    }

    /** A client that takes nothing for a while counts as gone. */
    private static Answer send(HttpServerExchange exchange, Optional<Connection> found) throws IOException {
        RequestBody body = RequestBody.read(exchange, Math.toIntExact(SocketLimits.MESSAGE.value()));
        if (body.isTooLarge()) {
            return Answer.failure(
                    413,
                    "PayloadTooLargeException",
                    "%s (%s)"
                            .formatted(SocketLimits.MESSAGE.exceeded(body.size()), SocketLimits.MESSAGE.shownSource()));
        }
        boolean sent = found.isPresent()
                && found.get()
                        .send(new String(body.bytes(), StandardCharsets.UTF_8))
                        .completeOnTimeout(false, SEND_SECONDS, TimeUnit.SECONDS)
                        .join();
        return sent ? new Answer(200, "", "", body.size()) : gone();
    }

    private static Answer gone() {
        return Answer.failure(410, "GoneException", "Gone");
    }

    private static Answer description(Connection connection) {
        SocketClient client = connection.client();
        ObjectNode answer = MAPPER.createObjectNode()
                .put("connectedAt", client.connectedAt().toString())
                .put("lastActiveAt", connection.lastActive().toString());
        ObjectNode identity = answer.putObject("identity").put("sourceIp", client.address());
        client.userAgent().ifPresent(agent -> identity.put("userAgent", agent));
        return new Answer(200, "", answer.toString(), 0);
    }
}
