package io.github.sammaven.core.aws;

import java.util.Map;
import java.util.Optional;

/**
 * A call of a deployed function.
 *
 * @param function name or ARN
 * @param payload the event
 * @param parameters of the API, such as {@code InvocationType} and {@code Qualifier}
 */
public record FunctionCall(String function, byte[] payload, Map<String, String> parameters) {

    public FunctionCall {
        parameters = Map.copyOf(parameters);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
