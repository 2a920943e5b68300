package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.GatewayResponse;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one REST API. */
final class RestApiReader {

    private final StackReading stack;
    private final StackResources resources;
    private final UsagePlans plans;

    RestApiReader(StackReading stack, StackResources resources, UsagePlans plans) {
        this.stack = stack;
        this.resources = resources;
        this.plans = plans;
    }

    LocalApi read(StackResources.Declared api) {
        Stage stage = Stage.ofRest(resources, api);
        Section body = new Body(stack).of(api);
        FunctionUri functions = new FunctionUri(stack, stage.variables());
        IntegrationReader integrations = new IntegrationReader(ApiKind.REST, functions, stage.variables());
        AuthorizerReader authorizers = new AuthorizerReader(ApiKind.REST, functions);
        List<Route> routes = new ArrayList<>(new OpenApiRoutes(
                        body, ApiKind.REST, integrations, new OpenApiSecurity(body, ApiKind.REST, authorizers))
                .read());
        routes.addAll(new RestMethods(resources, api.id(), integrations, authorizers).read());
        new LeftOut(api.properties(), body).tell(resources.of("AWS::ApiGateway::RequestValidator", api.id()));
        return new LocalApi(
                ApiKind.REST,
                stack.fullName(api.id()),
                stage.name(),
                stage.variables(),
                binaryTypes(api.properties(), body),
                Optional.empty(),
                DistinctRoutes.of(routes, stack, api),
                gatewayResponses(body, stage, api.id()),
                plans.of(api.id(), stage),
                new LocalApi.Selection(Optional.empty(), keySource(api.properties(), body)));
    }

    private static List<String> binaryTypes(Section properties, Section body) {
        return Stream.concat(
                        properties.texts("BinaryMediaTypes").stream(),
                        body.texts("x-amazon-apigateway-binary-media-types").stream())
                .map(type -> type.replace("~1", "/"))
                .distinct()
                .toList();
    }

    private static String keySource(Section properties, Section body) {
        return properties
                .text("ApiKeySourceType")
                .or(() -> body.text("x-amazon-apigateway-api-key-source"))
                .filter("AUTHORIZER"::equals)
                .orElse(LocalApi.Selection.DEFAULT.apiKey());
    }

    private Map<String, GatewayResponse> gatewayResponses(Section body, Stage stage, String api) {
        return new GatewayResponses(stage.variables())
                .read(body, resources.of("AWS::ApiGateway::GatewayResponse", api));
    }
}
