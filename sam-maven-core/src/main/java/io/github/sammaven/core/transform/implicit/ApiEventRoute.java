package io.github.sammaven.core.transform.implicit;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.transform.openapi.Route;
import java.util.Optional;

/**
 * What an event asks for.
 *
 * @param owner the resource that has the event
 * @param apiId logical id of the API
 * @param route path and method
 * @param event properties of the event
 */
record ApiEventRoute(MappingNode owner, String apiId, Route route, MappingNode event) {

    Optional<String> condition() {
        return owner.text("Condition");
    }
}
