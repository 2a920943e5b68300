package io.github.sammaven.core.local.console;

import io.github.sammaven.core.local.http.RequestBody;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a form that was sent. */
final class ConsoleForm {

    /** The largest event, with every byte escaped. */
    private static final int LIMIT = 20 * 1024 * 1024;

    private final Map<String, String> fields;

    private ConsoleForm(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Empty if it is too large. */
    static Optional<ConsoleForm> read(HttpServerExchange exchange) throws IOException {
        RequestBody body = RequestBody.read(exchange, LIMIT);
        if (body.isTooLarge()) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        for (String field : new String(body.bytes(), StandardCharsets.US_ASCII).split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return Optional.of(new ConsoleForm(fields));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }

    /** Empty text if it is not there. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
