package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.GatewayResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a REST API answers to errors. */
final class GatewayResponses {

    private static final String EXTENSION = "x-amazon-apigateway-gateway-responses";

    private final Map<String, String> stageVariables;

    GatewayResponses(Map<String, String> stageVariables) {
        this.stageVariables = stageVariables;
    }

    /** By type; resources win over the document. */
    Map<String, GatewayResponse> read(Section body, List<StackResources.Declared> resources) {
        Map<String, GatewayResponse> responses = new LinkedHashMap<>();
        body.section(EXTENSION).ifPresent(all -> all.mapping().keys().forEach(type -> all.section(type)
                .ifPresent(response -> responses.put(type, response(response)))));
        for (StackResources.Declared resource : resources) {
            resource.properties()
                    .text("ResponseType")
                    .ifPresent(type ->
                            responses.put(type, response(resource.properties().inOpenApiSpelling())));
        }
        return responses;
    }

    private GatewayResponse response(Section response) {
        return new GatewayResponse(
                GatewayAnswer.status(response),
                GatewayAnswer.headers(response, "gatewayresponse.header.", stageVariables),
                response.textMap("responseTemplates"));
    }
}
