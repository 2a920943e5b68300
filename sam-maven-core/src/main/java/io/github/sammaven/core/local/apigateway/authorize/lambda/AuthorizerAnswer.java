package io.github.sammaven.core.local.apigateway.authorize.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.authorize.policy.PolicyDocument;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import java.util.Optional;

/** What a call of an authorizer function came to; holds for every route if it is kept. */
sealed interface AuthorizerAnswer {

    /**
     * @param context for the event of the route, with the principal
     * @param usageKey API key that the caller stands for
     */
    record Policy(PolicyDocument document, ObjectNode context, Optional<String> usageKey) implements AuthorizerAnswer {}

    /** @param context for the event of the route */
    record Simple(boolean authorized, ObjectNode context) implements AuthorizerAnswer {}

    /** @param reason in plain words */
    record Failed(GatewayError error, String reason) implements AuthorizerAnswer {}

    /** The function is not served here. */
    record Absent() implements AuthorizerAnswer {}

    /** Whether the next request may get it, too. */
    default boolean isKept() {
        return this instanceof Policy || this instanceof Simple;
    }
}
