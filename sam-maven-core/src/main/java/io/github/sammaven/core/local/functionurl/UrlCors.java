package io.github.sammaven.core.local.functionurl;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code Cors} of a function URL. Lists are empty, and {@code maxAge} is, if they are not given.
 *
 * @param credentials whether cookies and the like may be sent
 * @param maxAge seconds a preflight is remembered
 */
public record UrlCors(
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposed,
        boolean credentials,
        Optional<String> maxAge) {

    static UrlCors of(MappingNode cors) {
        return new UrlCors(
                list(cors, "AllowOrigins"),
                list(cors, "AllowMethods"),
                list(cors, "AllowHeaders"),
                list(cors, "ExposeHeaders"),
                cors.text("AllowCredentials").equals(Optional.of("true")),
                cors.text("MaxAge"));
    }

    private static List<String> list(MappingNode cors, String name) {
        return cors.sequence(name)
                .map(values -> values.items().stream()
                        .flatMap(item -> item.asText().stream())
                        .toList())
                .or(() -> cors.get(name).flatMap(Node::asText).map(List::of))
                .orElse(List.of());
    }

    /** The headers of the answer to a preflight; none if the origin is not one of those allowed. */
    Map<String, String> preflight(String origin) {
        Map<String, String> answer = allowed(origin);
        if (!answer.isEmpty()) {
            put(answer, "access-control-allow-methods", methods);
            put(answer, "access-control-allow-headers", headers);
            maxAge.ifPresent(seconds -> answer.put("access-control-max-age", seconds));
        }
        return answer;
    }

    /** The headers of the answer to any other request. */
    Map<String, String> simple(String origin) {
        Map<String, String> answer = allowed(origin);
        if (!answer.isEmpty()) {
            put(answer, "access-control-expose-headers", exposed);
        }
        return answer;
    }

    private Map<String, String> allowed(String origin) {
        Map<String, String> answer = new LinkedHashMap<>();
        boolean any = origins.contains("*");
        if (!any && !origins.contains(origin)) {
            return answer;
        }
        // A browser refuses the asterisk together with credentials.
        answer.put("access-control-allow-origin", any && !credentials ? "*" : origin);
        answer.put("vary", "Origin");
        if (credentials) {
            answer.put("access-control-allow-credentials", "true");
        }
        return answer;
    }

    private static void put(Map<String, String> answer, String name, List<String> values) {
        if (!values.isEmpty()) {
            answer.put(name, String.join(",", values));
        }
    }
}
