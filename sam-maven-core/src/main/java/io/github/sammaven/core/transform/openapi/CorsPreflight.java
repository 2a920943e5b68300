package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Answers preflight requests: gives an {@code options} method to each path that has none. */
final class CorsPreflight {

    private static final String ANY_METHODS = "'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'";
    private static final String JSON = "application/json";
    private static final SequenceNode JSON_ONLY = SequenceNode.ofTexts(JSON);
    private static final String HEADER = "Access-Control-Allow-";
    private static final Node TEXT_HEADER = MappingNode.of("type", ScalarNode.string("string"));
    private static final Node NUMBER_HEADER = MappingNode.of("type", ScalarNode.string("integer"));

    private final CorsSettings settings;

    CorsPreflight(CorsSettings settings) {
        this.settings = settings;
    }

    void applyTo(ApiDefinition definition) {
        Set<String> done = new HashSet<>();
        for (String path : definition.paths()) {
            boolean first =
                    done.add(path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
            if (first) {
                addTo(definition, path);
            }
        }
    }

    /** The branches of a conditional path share the method that the first without one needs. */
    private void addTo(ApiDefinition definition, String path) {
        definition.itemsOf(path).stream()
                .filter(item -> !item.has(Methods.OPTIONS))
                .findFirst()
                .ifPresent(first -> {
                    MappingNode method =
                            method(settings.methods().orElseGet(() -> ScalarNode.string(methodsOf(first))));
                    definition.changePath(
                            path, item -> item.has(Methods.OPTIONS) ? item : item.with(Methods.OPTIONS, method));
                });
    }

    private static String methodsOf(MappingNode item) {
        if (item.has(Route.ANY)) {
            return ANY_METHODS;
        }
        Set<String> names = new TreeSet<>(Set.of("OPTIONS"));
        item.keys().forEach(key -> names.add(key.toUpperCase(Locale.ROOT)));
        return "'" + String.join(",", names) + "'";
    }

    private MappingNode method(Node methods) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header(HEADER + "Origin", settings.origin(), TEXT_HEADER));
        settings.headers().ifPresent(value -> headers.add(new Header(HEADER + "Headers", value, TEXT_HEADER)));
        headers.add(new Header(HEADER + "Methods", methods, TEXT_HEADER));
        settings.maxAge().ifPresent(value -> headers.add(new Header("Access-Control-Max-Age", value, NUMBER_HEADER)));
        if (settings.credentials()) {
            headers.add(new Header(HEADER + "Credentials", ScalarNode.string("'true'"), TEXT_HEADER));
        }
        MappingNode.Builder declared = MappingNode.builder();
        headers.forEach(header -> declared.put(header.name, header.schema));
        MappingNode response = MappingNode.builder()
                .put("description", "Default response for CORS method")
                .put("headers", declared.build())
                .build();
        return MappingNode.builder()
                .put("summary", "CORS support")
                .put("consumes", JSON_ONLY)
                .put("produces", JSON_ONLY)
                .put(ApiDefinition.INTEGRATION, integration(headers))
                .put("responses", MappingNode.of("200", response))
                .build();
    }

    private static MappingNode integration(List<Header> headers) {
        MappingNode.Builder sent = MappingNode.builder();
        headers.forEach(header -> sent.put("method.response.header." + header.name, header.value));
        MappingNode answer = MappingNode.builder()
                .put("statusCode", "200")
                .put("responseParameters", sent.build())
                .put("responseTemplates", MappingNode.of(JSON, ScalarNode.string("{}\n")))
                .build();
        return MappingNode.builder()
                .put("type", "mock")
                .put("requestTemplates", MappingNode.of(JSON, ScalarNode.string("{\n  \"statusCode\" : 200\n}\n")))
                .put("responses", MappingNode.of("default", answer))
                .build();
    }

    private record Header(String name, Node value, Node schema) {}
}
