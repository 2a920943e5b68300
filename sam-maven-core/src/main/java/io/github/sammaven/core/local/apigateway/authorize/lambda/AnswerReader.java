package io.github.sammaven.core.local.apigateway.authorize.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.authorize.policy.MalformedPolicyException;
import io.github.sammaven.core.local.apigateway.authorize.policy.PolicyDocument;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.invoke.InvocationResult;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Reads the answers of one authorizer function. */
final class AnswerReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiKind kind;
    private final Authorizer.Lambda authorizer;
    private final Compatibility compatibility;

    AnswerReader(ApiKind kind, Authorizer.Lambda authorizer, Compatibility compatibility) {
        this.kind = kind;
        this.authorizer = authorizer;
        this.compatibility = compatibility;
    }

    AuthorizerAnswer read(InvocationResult result) {
        if (result.functionError().isPresent()) {
            return failure(result, result.functionError().get());
        }
        try {
            JsonNode answer = JSON.readTree(result.payload());
            if (!answer.isObject()) {
                return malformed("it is not a JSON object");
            }
            return authorizer.simple() && (isSamCli() || answer.has("isAuthorized")) ? simple(answer) : policy(answer);
        } catch (JsonProcessingException e) {
            return malformed("it is not JSON");
        } catch (IOException e) {
            return malformed("it cannot be read");
        }
    }

    private AuthorizerAnswer failure(InvocationResult result, String type) {
        if (isSamCli()) {
            return new AuthorizerAnswer.Failed(GatewayError.INTEGRATION_FAILURE, name() + " failed with " + type);
        }
        if (kind != ApiKind.HTTP && errorMessage(result).equals("Unauthorized")) {
            return new AuthorizerAnswer.Failed(GatewayError.UNAUTHORIZED, name() + " failed with Unauthorized");
        }
        return new AuthorizerAnswer.Failed(GatewayError.AUTHORIZER_FAILURE, name() + " failed with " + type);
    }

    private static String errorMessage(InvocationResult result) {
        try {
            return JSON.readTree(result.payload()).path("errorMessage").asText();
        } catch (IOException e) {
            return "";
        }
    }

    private AuthorizerAnswer simple(JsonNode answer) {
        JsonNode authorized = answer.path("isAuthorized");
        if (!authorized.isBoolean()) {
            return malformed("isAuthorized is neither true nor false");
        }
        JsonNode context = answer.path("context");
        return isContext(context)
                ? new AuthorizerAnswer.Simple(authorized.booleanValue(), context(context))
                : malformed("its context is not an object");
    }

    private AuthorizerAnswer policy(JsonNode answer) {
        if (!answer.path("principalId").isTextual()) {
            return malformed("it has no principalId");
        }
        if (!answer.path("policyDocument").isObject()) {
            return malformed("it has no policyDocument");
        }
        JsonNode given = answer.path("context");
        if (!isContext(given)) {
            return malformed("its context is not an object");
        }
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            if (hasTextContext() && entry.getValue().isContainerNode()) {
                return malformed("its context value " + entry.getKey()
                        + " is an object or a list; REST APIs take text, numbers and booleans");
            }
        }
        ObjectNode context = context(given);
        context.set("principalId", answer.get("principalId"));
        try {
            return new AuthorizerAnswer.Policy(
                    PolicyDocument.of(answer.get("policyDocument")),
                    context,
                    Optional.ofNullable(answer.path("usageIdentifierKey").textValue()));
        } catch (MalformedPolicyException e) {
            return malformed(e.getMessage());
        }
    }

    private static boolean isContext(JsonNode given) {
        return given.isObject() || given.isMissingNode() || given.isNull();
    }

    private ObjectNode context(JsonNode given) {
        ObjectNode context = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            if (hasTextContext() && !entry.getValue().isNull()) {
                context.put(entry.getKey(), entry.getValue().asText());
            } else {
                context.set(entry.getKey(), entry.getValue());
            }
        }
        return context;
    }

    private boolean hasTextContext() {
        return kind != ApiKind.HTTP && !isSamCli();
    }

    private AuthorizerAnswer malformed(String reason) {
        return new AuthorizerAnswer.Failed(
                isSamCli() ? GatewayError.INTEGRATION_FAILURE : GatewayError.AUTHORIZER_CONFIGURATION_ERROR,
                "The answer of " + name() + " makes no sense: " + reason);
    }

    private String name() {
        String form = authorizer.version() == PayloadVersion.V2 ? " (2.0)" : "";
        return "the authorizer " + authorizer.name() + form;
    }

    private boolean isSamCli() {
        return compatibility == Compatibility.SAM_CLI;
    }
}
