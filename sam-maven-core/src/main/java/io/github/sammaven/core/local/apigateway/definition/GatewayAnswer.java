package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the parts of an answer that the gateway gives by itself. */
final class GatewayAnswer {

    private static final String STAGE_VARIABLE = "stageVariables.";
    private static final List<String> EXPRESSIONS = List.of("integration.", "method.", "context.", "gatewayresponse.");

    private GatewayAnswer() {}

    /** Those of {@code responseParameters} that begin with {@code prefix}. */
    static List<Header> headers(Section response, String prefix, Map<String, String> stageVariables) {
        List<Header> headers = new ArrayList<>();
        response.section("responseParameters").ifPresent(parameters -> parameters.mapping().keys().stream()
                .filter(key -> key.startsWith(prefix) && key.length() > prefix.length())
                .forEach(key -> value(parameters, key, stageVariables)
                        .ifPresent(value -> headers.add(new Header(key.substring(prefix.length()), value)))));
        return headers;
    }

    private static Optional<String> value(Section parameters, String key, Map<String, String> stageVariables) {
        Optional<String> text = parameters.text(key);
        if (text.isEmpty()) {
            return text;
        }
        String value = text.get();
        if (value.length() > 1 && value.startsWith("'") && value.endsWith("'")) {
            return Optional.of(value.substring(1, value.length() - 1));
        }
        if (value.startsWith(STAGE_VARIABLE)) {
            return Optional.of(stageVariables.getOrDefault(value.substring(STAGE_VARIABLE.length()), ""));
        }
        if (EXPRESSIONS.stream().anyMatch(value::startsWith)) {
            parameters.warn(key, "the value of " + key + " is mapped, and left out here", "");
            return Optional.empty();
        }
        parameters.warn(key, "the value of " + key + " lacks its single quotes", "write \"'" + value + "'\"");
        return text;
    }

    /** The status; empty if there is none, or one that HTTP has not, which is told. */
    static Optional<Integer> status(Section response) {
        Optional<Integer> status = response.number("statusCode");
        if (status.isPresent() && (status.get() < 100 || status.get() > 599)) {
            response.warn("statusCode", "there is no status " + status.get(), "");
            return Optional.empty();
        }
        return status;
    }
}
