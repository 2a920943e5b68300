package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.transform.context.BlankValue;

/**
 * A REST API as its events see it.
 *
 * @param logicalId its id
 * @param properties its properties, with the values of parameters put into {@code Auth}
 * @param managed whether its definition is made from events
 */
public record RestApi(String logicalId, MappingNode properties, boolean managed) {

    boolean mergesDefinitions() {
        return BlankValue.given(properties, "MergeDefinitions").isPresent();
    }

    MappingNode auth() {
        return properties.mapping("Auth").orElseGet(ApiDefinition::empty);
    }
}
