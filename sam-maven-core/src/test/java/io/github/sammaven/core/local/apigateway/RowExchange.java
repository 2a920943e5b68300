package io.github.sammaven.core.local.apigateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What came of a request.
 *
 * @param sent when the first one was sent
 * @param port of the API
 * @param response the last one
 * @param events of the function of the route, in order
 * @param guardEvents of the authorizer function, in order
 */
record RowExchange(
        Instant sent, int port, HttpResponse<byte[]> response, List<byte[]> events, List<byte[]> guardEvents) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A field of the event; {@code absent} if it has none. */
    static Function<RowExchange, String> event(String pointer) {
        return exchange -> exchange.field(exchange.events, pointer);
    }

    /** Several fields of the event. */
    static Function<RowExchange, String> events(String... pointers) {
        return exchange -> {
            StringBuilder all = new StringBuilder();
            for (String pointer : pointers) {
                all.append(all.isEmpty() ? "" : " ").append(exchange.field(exchange.events, pointer));
            }
            return all.toString();
        };
    }

    /** A field of the event of the authorizer. */
    static Function<RowExchange, String> guardEvent(String pointer) {
        return exchange -> exchange.field(exchange.guardEvents, pointer);
    }

    /** {@code a change} or {@code no change} of a field from one event to the next. */
    static Function<RowExchange, String> change(String pointer) {
        return exchange -> read(exchange.events.get(0))
                        .at(pointer)
                        .equals(read(exchange.events.get(1)).at(pointer))
                ? "no change"
                : "a change";
    }

    /** {@code now} if a time in milliseconds is not before the request, else {@code the start}. */
    static Function<RowExchange, String> age(String pointer) {
        return exchange ->
                Long.parseLong(event(pointer).apply(exchange)) >= exchange.sent.toEpochMilli() ? "now" : "the start";
    }

    /** Status and body. */
    static String answer(RowExchange exchange) {
        return (exchange.response.statusCode() + " " + exchange.text()).strip();
    }

    static String status(RowExchange exchange) {
        return String.valueOf(exchange.response.statusCode());
    }

    /** How often the authorizer function was asked, behind the status. */
    static String asked(RowExchange exchange) {
        return status(exchange) + ", asked " + exchange.guardEvents.size();
    }

    /** All lines of a header of the answer; {@code absent} if it has none. */
    static Function<RowExchange, String> header(String name) {
        return exchange -> {
            List<String> values = exchange.response.headers().allValues(name);
            return values.isEmpty() ? "absent" : String.join(" | ", values);
        };
    }

    /** The status and the headers for CORS. */
    static String cors(RowExchange exchange) {
        Map<String, String> found = new TreeMap<>();
        exchange.response.headers().map().forEach((name, values) -> {
            if (name.startsWith("access-control-")) {
                found.put(name.substring("access-control-".length()), String.join(" | ", values));
            }
        });
        return status(exchange) + " " + found;
    }

    private String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private String field(List<byte[]> from, String pointer) {
        if (from.isEmpty()) {
            return "not called: " + answer(this);
        }
        JsonNode found = read(from.get(from.size() - 1)).at(pointer);
        return found.isMissingNode()
                ? "absent"
                : text(found).replace("127.0.0.1:" + port, "HOST").replace("\"" + port + "\"", "PORT");
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
