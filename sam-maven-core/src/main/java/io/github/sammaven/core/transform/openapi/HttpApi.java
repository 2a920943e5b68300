package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.InvalidResourceException;

/**
 * An HTTP API as its events see it.
 *
 * @param logicalId its id
 * @param properties its properties
 * @param managed whether its definition is made from events
 */
public record HttpApi(String logicalId, MappingNode properties, boolean managed) {

    /** {@code Auth} as written; empty if there is none or it is no mapping, which is reported on the API. */
    MappingNode auth() {
        return properties.get("Auth").flatMap(Node::asMapping).orElseGet(ApiDefinition::empty);
    }

    /** @throws InvalidResourceException on the API, if the definition is no OpenAPI 3 document */
    void requireOpenApi(ApiDefinition definition) {
        if (!definition.isUsable() || !definition.isOpenApi3()) {
            throw InvalidResourceException.of(
                    logicalId,
                    properties.get("DefinitionBody").map(Node::mark).orElse(properties.mark()),
                    logicalId + ": DefinitionBody is no OpenAPI 3 document, but an event has a route for it",
                    "write it with 'openapi: 3.0.1' and 'paths'");
        }
    }
}
