package io.github.sammaven.core.operate.invoke;

import java.util.Map;
import java.util.Optional;

/**
 * What is sent where.
 *
 * @param stackName stack that holds the resource
 * @param resourceId logical id, {@code Child/Id}, physical id or ARN; if empty, the only one of the stack
 * @param event text of the event; if empty, an empty object
 * @param testEvent name of a test event that is shared in the console
 * @param parameters of the service's API, by its names
 */
public record InvokeRequest(
        Optional<String> stackName,
        Optional<String> resourceId,
        Optional<String> event,
        Optional<String> testEvent,
        Map<String, String> parameters) {

    public InvokeRequest {
        parameters = Map.copyOf(parameters);
    }
}
