package io.github.sammaven.core.local.functionurl;

import io.github.sammaven.core.local.apigateway.model.HttpCors;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.List;
import java.util.Optional;

/** Reads the {@code Cors} of a function URL. */
final class UrlCors {

    private UrlCors() {}

    static HttpCors of(MappingNode cors) {
        return new HttpCors(
                list(cors, "AllowOrigins"),
                list(cors, "AllowMethods"),
                list(cors, "AllowHeaders"),
                list(cors, "ExposeHeaders"),
                cors.text("AllowCredentials").equals(Optional.of("true")),
                cors.text("MaxAge").filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf));
    }

    private static List<String> list(MappingNode cors, String name) {
        return cors.sequence(name)
                .map(values -> values.items().stream()
                        .flatMap(item -> item.asText().stream())
                        .toList())
                .or(() -> cors.get(name).flatMap(Node::asText).map(List::of))
                .orElse(List.of());
    }
}
