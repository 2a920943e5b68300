package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code CorsConfiguration} of an HTTP API. */
final class HttpCors {

    private static final String SECTION = "x-amazon-apigateway-cors";
    private static final String ORIGINS = "AllowOrigins";
    private static final String MAX_AGE = "MaxAge";
    private static final String CREDENTIALS = "AllowCredentials";
    private static final Map<String, String> NAMES = Map.of(
            ORIGINS,
            "allowOrigins",
            "AllowHeaders",
            "allowHeaders",
            "AllowMethods",
            "allowMethods",
            "ExposeHeaders",
            "exposeHeaders",
            MAX_AGE,
            "maxAge",
            CREDENTIALS,
            "allowCredentials");
    private static final SequenceNode ANY = SequenceNode.ofTexts("*");
    private static final ScalarNode TRUE = ScalarNode.bool(true);

    private HttpCors() {}

    /** @param cors {@code true}, an intrinsic, or a mapping of settings */
    static void applyTo(ApiDefinition definition, Node cors, Rejection rejection) {
        if (cors.equals(TRUE)) {
            definition.define(SECTION, NAMES.get(ORIGINS), ANY);
            return;
        }
        MappingNode settings = Keys.mapping("CorsConfiguration", cors, rejection);
        Optional<Node> whole = Intrinsic.of(settings).<Node>map(Intrinsic::node).or(() -> settings.get(ORIGINS)
                .filter(origins -> Intrinsic.of(origins).isPresent()));
        if (whole.isPresent()) {
            definition.setSection(SECTION, renamed(whole.get()));
            return;
        }
        Keys.allow("CorsConfiguration", settings, NAMES.keySet(), rejection);
        Map<String, Node> given = new LinkedHashMap<>();
        settings.entries().forEach((key, value) -> {
            if (isGiven(key, value)) {
                given.put(NAMES.get(key), value);
            }
        });
        if (given.containsKey(NAMES.get(CREDENTIALS)) && ANY.equals(given.get(NAMES.get(ORIGINS)))) {
            throw rejection.of(
                    settings,
                    "CorsConfiguration.AllowCredentials cannot be true when any origin is allowed",
                    "list the origins in AllowOrigins");
        }
        definition.defineAll(SECTION, given);
    }

    private static boolean isGiven(String key, Node value) {
        return switch (key) {
            case MAX_AGE -> !value.isNull();
            case CREDENTIALS -> value.equals(TRUE);
            default -> !BlankValue.is(value);
        };
    }

    /** Writes the names of settings as the document has them, wherever they are keys. */
    private static Node renamed(Node node) {
        if (node instanceof SequenceNode list) {
            List<Node> items = list.items().stream().map(HttpCors::renamed).toList();
            return new SequenceNode(items, list.mark());
        }
        if (node instanceof MappingNode mapping) {
            Map<String, Node> changed = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> changed.put(NAMES.getOrDefault(key, key), renamed(value)));
            return mapping.withEntries(changed);
        }
        return node;
    }
}
