package io.github.sammaven.core.local.apigateway.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What a function returned to the gateway.
 *
 * @param status of HTTP
 * @param subprotocol {@code Sec-WebSocket-Protocol} among its headers; the others mean nothing here
 * @param body empty text if there is none
 */
record SocketAnswer(int status, Optional<String> subprotocol, String body) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

    /** Of an integration that does nothing. */
    static final SocketAnswer OK = new SocketAnswer(200, Optional.empty(), "");

    /** Empty if there is no status code, or the body is not what it is said to be. */
    static Optional<SocketAnswer> of(byte[] payload) {
        try {
            JsonNode answer = MAPPER.readTree(payload);
            int status = answer.path("statusCode").asInt(0);
            return status >= 100 && status <= 599
                    ? Optional.of(new SocketAnswer(status, subprotocol(answer), body(answer)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    boolean isSuccess() {
        return status >= 200 && status <= 299;
    }

    boolean isRefusal() {
        return status >= 400;
    }

    private static Optional<String> subprotocol(JsonNode answer) {
        return header(answer.path("headers"))
                .or(() -> header(answer.path("multiValueHeaders")).map(values -> values.path(0)))
                .map(JsonNode::asText)
                .filter(value -> !value.isEmpty());
    }

    private static Optional<JsonNode> header(JsonNode headers) {
        return headers.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(SUBPROTOCOL))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String body(JsonNode answer) {
        JsonNode body = answer.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return "";
        }
        if (answer.path("isBase64Encoded").asBoolean(false)) {
            return new String(Base64.getDecoder().decode(body.asText()), StandardCharsets.UTF_8);
        }
        return body.isTextual() ? body.asText() : body.toString();
    }
}
