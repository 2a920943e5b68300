package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Brings what passes wrote in the words of Swagger into the form of OpenAPI 3, if that is what the document is. */
final class OpenApiForm {

    private static final String RESPONSES = "responses";

    private OpenApiForm() {}

    /** @param given {@code OpenApiVersion} of the API; decides in place of the document's own version */
    static void applyTo(ApiDefinition definition, Optional<Node> given) {
        if (definition.isSwagger() || !ApiDefinition.isOpenApi3(given.or(definition::version))) {
            return;
        }
        definition.requirePaths();
        move(definition, "securityDefinitions", "securitySchemes");
        move(definition, "definitions", "schemas");
        for (String path : definition.paths()) {
            MappingNode item = definition.rawPath(path);
            if (item.has(Methods.OPTIONS)) {
                definition.setPath(path, item.with(Methods.OPTIONS, converted(path, item)));
            }
        }
    }

    private static void move(ApiDefinition definition, String section, String component) {
        definition.section(section).ifPresent(value -> {
            definition.define(ApiDefinition.COMPONENTS, component, value);
            definition.removeSection(section);
        });
    }

    private static MappingNode converted(String path, MappingNode item) {
        MappingNode options = mapping(path, item.get(Methods.OPTIONS))
                .orElseGet(ApiDefinition::empty)
                .without("produces")
                .without("consumes");
        MappingNode responses = mapping(path, options.get(RESPONSES)).orElseGet(ApiDefinition::empty);
        return responses
                .mapping("200")
                .map(ok -> options.with(RESPONSES, responses.with("200", withSchemas(path, ok))))
                .orElse(options);
    }

    private static Optional<MappingNode> mapping(String path, Optional<Node> node) {
        node.filter(value -> value.asMapping().isEmpty()).ifPresent(value -> {
            throw InvalidResourceException.ofTemplate(
                    value.mark(),
                    "method 'options' of path '%s' of an API definition holds %s".formatted(path, value.kindName()),
                    "the method, its responses and their headers are mappings");
        });
        return node.flatMap(Node::asMapping);
    }

    private static MappingNode withSchemas(String path, MappingNode response) {
        return mapping(path, response.get("headers"))
                .map(headers -> {
                    Map<String, Node> wrapped = new LinkedHashMap<>(headers.entries());
                    wrapped.replaceAll((name, schema) -> MappingNode.of("schema", schema));
                    return response.with("headers", headers.withEntries(wrapped));
                })
                .orElse(response);
    }
}
