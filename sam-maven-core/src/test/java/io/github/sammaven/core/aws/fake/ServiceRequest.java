package io.github.sammaven.core.aws.fake;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A call of a service.
 *
 * @param uri path and query
 * @param headers by name, as the server spells it
 */
public record ServiceRequest(String method, URI uri, Map<String, List<String>> headers, byte[] body) {

    static ServiceRequest of(HttpExchange exchange, byte[] body) {
        return new ServiceRequest(
                exchange.getRequestMethod(), exchange.getRequestURI(), Map.copyOf(exchange.getRequestHeaders()), body);
    }

    /** Empty if there is none. */
    public String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> String.join(",", header.getValue()))
                .findFirst()
                .orElse("");
    }

    /** The operation of a service with a JSON protocol, {@code CreateDeployment}. */
    public String operation() {
        String target = header("X-Amz-Target");
        return target.substring(target.lastIndexOf('.') + 1);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
