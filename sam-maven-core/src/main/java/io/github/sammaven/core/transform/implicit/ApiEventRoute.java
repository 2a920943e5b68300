package io.github.sammaven.core.transform.implicit;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.openapi.Route;
import java.util.Optional;

/**
 * What an event asks for.
 *
 * @param owner the resource that has the event
 * @param apiId logical id of the API
 * @param route path and method
 * @param settings {@code RouteSettings} on the condition of the owner; events of REST APIs have none
 */
record ApiEventRoute(MappingNode owner, String apiId, Route route, Optional<Node> settings) {

    Optional<String> condition() {
        return owner.text("Condition");
    }
}
