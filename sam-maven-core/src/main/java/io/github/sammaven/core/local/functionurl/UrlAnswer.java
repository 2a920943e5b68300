package io.github.sammaven.core.local.functionurl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.local.invoke.HttpPrelude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP response as a function describes it.
 *
 * @param headers by name in small letters
 * @param cookies values of {@code Set-Cookie}
 */
record UrlAnswer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String JSON = "application/json";

    /** What a caller sees of a function that failed, or whose answer makes no sense. */
    static UrlAnswer badGateway() {
        return plain(502, "Internal Server Error");
    }

    static UrlAnswer forbidden() {
        return plain(403, "{\"Message\":\"Forbidden\"}");
    }

    static UrlAnswer tooLarge(String message) {
        return plain(413, MAPPER.createObjectNode().put("Message", message).toString());
    }

    static UrlAnswer plain(int status, String body) {
        return new UrlAnswer(status, Map.of("content-type", JSON), List.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer of a function; empty if it cannot be made into a response. */
    static Optional<UrlAnswer> of(byte[] payload) {
        JsonNode answer;
        try {
            answer = MAPPER.readTree(payload);
        } catch (IOException notJson) {
            return Optional.empty();
        }
        if (answer.isObject() && answer.has("statusCode")) {
            return described(answer);
        }
        String body = answer.isTextual() ? answer.asText() : new String(payload, StandardCharsets.UTF_8);
        return Optional.of(plain(200, body));
    }

    /** The head of a streamed answer; empty if it has a status that HTTP has not. */
    static Optional<UrlAnswer> of(HttpPrelude.Head head) {
        Map<String, String> headers = new LinkedHashMap<>();
        head.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        headers.putIfAbsent("content-type", JSON);
        return head.statusCode() >= 100 && head.statusCode() <= 599
                ? Optional.of(new UrlAnswer(head.statusCode(), headers, head.cookies(), new byte[0]))
                : Optional.empty();
    }

    private static Optional<UrlAnswer> described(JsonNode answer) {
        JsonNode body = answer.path("body");
        String text = body.isMissingNode() || body.isNull() ? "" : body.isTextual() ? body.asText() : body.toString();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (answer.path("isBase64Encoded").asBoolean(false)) {
            try {
                bytes = Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }
        byte[] decoded = bytes;
        return status(answer.path("statusCode"))
                .map(status -> new UrlAnswer(status, headersOf(answer), cookiesOf(answer), decoded));
    }

    private static Optional<Integer> status(JsonNode status) {
        if (status.isMissingNode()) {
            return Optional.of(200);
        }
        int code = status.asInt(0);
        return code >= 100 && code <= 599 ? Optional.of(code) : Optional.empty();
    }

    private static Map<String, String> headersOf(JsonNode answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        headers.putIfAbsent("content-type", JSON);
        return headers;
    }

    private static List<String> cookiesOf(JsonNode answer) {
        List<String> cookies = new ArrayList<>();
        answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        return cookies;
    }
}
