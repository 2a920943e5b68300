package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.Optional;

/** An {@code HttpApi} event of a function: what it does to the definition of its API. */
public final class HttpApiEvent {

    /** Where requests go that no other route takes. */
    public static final Route DEFAULT_ROUTE = new Route("$default", "any");

    private static final Node DEFAULT_PAYLOAD = ScalarNode.string("2.0");

    private final HttpApi api;
    private final Route route;
    private final MappingNode properties;
    private final HttpEventAuth auth;
    private final Rejection rejection;

    /**
     * @param route path and method, or {@link #DEFAULT_ROUTE} if the event has none
     * @param properties those of the event
     */
    public HttpApiEvent(HttpApi api, Route route, MappingNode properties, Rejection rejection) {
        this.api = api;
        this.route = route;
        this.properties = properties;
        this.rejection = rejection;
        this.auth = new HttpEventAuth(
                BlankValue.given(properties, "Auth")
                        .map(written -> Keys.mapping("Auth", written, rejection))
                        .orElseGet(ApiDefinition::empty),
                api.auth(),
                rejection);
    }

    /**
     * Whether the definition sends all requests to this function already, by its default route; then the permission of
     * that route is enough.
     */
    public boolean isCovered(ApiDefinition definition, String functionId) {
        return !route.path().equals(DEFAULT_ROUTE.path())
                && definition.methods(DEFAULT_ROUTE).stream()
                        .flatMap(method -> method.mapping(ApiDefinition.INTEGRATION).stream())
                        .flatMap(integration -> integration.get("uri").stream())
                        .flatMap(uri -> Branches.of(uri).stream())
                        .anyMatch(uri -> calls(uri, functionId));
    }

    private boolean isDefaultRoute() {
        return route.path().equals(DEFAULT_ROUTE.path()) && route.methodKey().equals(DEFAULT_ROUTE.methodKey());
    }

    private static boolean calls(Node uri, String functionId) {
        return Intrinsic.of(uri)
                .filter(function -> function.is(Intrinsic.SUB))
                .map(Intrinsic::argument)
                .map(argument -> argument.asSequence()
                        .flatMap(list -> list.items().stream().findFirst())
                        .orElse(argument))
                .flatMap(Node::asText)
                .filter(text -> text.contains("${" + functionId + ".Arn}"))
                .isPresent();
    }

    /**
     * Makes the route call a function. An integration that the API itself defines stays.
     *
     * @param reference what stands for the function's ARN in {@code Fn::Sub}: {@code Function.Arn}, or the id of an alias
     * @param condition the one of the function
     * @throws RuntimeException of the rejection, or on the API or template if the definition is malformed
     */
    public void addFunction(ApiDefinition definition, String reference, Optional<String> condition) {
        api.requireOpenApi(definition);
        boolean integrated = definition.hasIntegration(route);
        if (integrated && api.managed()) {
            throw rejection.of(
                    properties,
                    "method %s of path %s is defined by another event already".formatted(route.method(), route.path()),
                    "give each event a path or a method of its own");
        }
        auth.check();
        if (!integrated) {
            definition.addMethod(route);
            definition.changePath(
                    route.path(),
                    item -> item.with(
                            route.methodKey(),
                            Branches.conditional(condition, integrated(item, reference, condition))));
        }
        var parameters = new PathParameters(route.path());
        Methods.changeOne(
                definition,
                route,
                properties,
                method -> ApiDefinition.hasIntegration(method)
                        ? auth.secure(route, parameters.applyTo(tuned(method)))
                        : method);
    }

    private MappingNode integrated(MappingNode item, String reference, Optional<String> condition) {
        MappingNode integration = MappingNode.builder()
                .put("type", "aws_proxy")
                .put("httpMethod", "POST")
                .put("payloadFormatVersion", DEFAULT_PAYLOAD)
                .put(
                        "uri",
                        Branches.conditional(condition, LambdaUri.ofReference("${AWS::Partition}", reference, false)))
                .build();
        MappingNode method = item.mapping(route.methodKey()).orElseGet(ApiDefinition::empty);
        MappingNode changed = method.with(ApiDefinition.INTEGRATION, integration);
        if (isDefaultRoute()) {
            changed = changed.with("isDefaultRoute", ScalarNode.bool(true));
        }
        return changed.has("responses") ? changed : changed.with("responses", ApiDefinition.empty());
    }

    /** Sets what the event says of the integration. */
    private MappingNode tuned(MappingNode method) {
        MappingNode integration = method.mapping(ApiDefinition.INTEGRATION).orElseGet(ApiDefinition::empty);
        MappingNode changed = BlankValue.given(properties, "TimeoutInMillis")
                .map(timeout -> integration.with("timeoutInMillis", timeout))
                .orElse(integration);
        changed = withPayload(changed);
        return changed == integration ? method : method.with(ApiDefinition.INTEGRATION, changed);
    }

    private MappingNode withPayload(MappingNode integration) {
        return BlankValue.given(properties, "PayloadFormatVersion")
                .map(version -> integration.with("payloadFormatVersion", version))
                .orElse(integration);
    }
}
