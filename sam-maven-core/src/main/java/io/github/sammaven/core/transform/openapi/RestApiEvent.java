package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.TransformError;
import java.util.List;
import java.util.Optional;

/** An {@code Api} event of a function or state machine: what it does to the definition of its REST API. */
public final class RestApiEvent {

    private final RestApi api;
    private final Route route;
    private final MappingNode properties;
    private final Node stage;
    private final EventAuth auth;
    private final Rejection rejection;

    /**
     * @param properties those of the event
     * @param stage what a resource policy of the event names as stage: the suffix of the permission; a null scalar for
     *     state machines
     */
    public RestApiEvent(RestApi api, Route route, MappingNode properties, Node stage, Rejection rejection) {
        this.api = api;
        this.route = route;
        this.properties = properties;
        this.stage = stage;
        this.rejection = rejection;
        MappingNode own = BlankValue.given(properties, "Auth")
                .map(written -> Keys.mapping("Auth", written, rejection))
                .orElseGet(ApiDefinition::empty);
        this.auth = new EventAuth(own, api.auth(), rejection);
    }

    /**
     * Puts a method that calls a function into the definition, if events make it, or merges it into the API's own
     * definition, if the API wants that. Then changes who may call the method, if the event wants that.
     *
     * @param condition the one of the function
     * @throws InvalidResourceException of the rejection, or on the template if the definition is malformed
     */
    public void addFunction(ApiDefinition definition, RestIntegration integration, Optional<String> condition) {
        auth.checkOverride();
        if (api.mergesDefinitions()) {
            var fresh = ApiDefinition.of(ApiSkeleton.rest());
            add(fresh, integration, condition);
            new DefinitionMerge(api).apply(fresh, route, definition);
        } else if (api.managed()) {
            add(definition, integration, condition);
        }
        if (auth.overridesApi()) {
            override(definition.required());
        }
    }

    /** Puts a method that starts an execution into the definition, if events make it. */
    public void addStateMachine(ApiDefinition definition, RestIntegration integration, Optional<String> condition) {
        if (api.managed()) {
            add(definition, integration, condition);
        }
    }

    private void add(ApiDefinition definition, RestIntegration integration, Optional<String> condition) {
        if (definition.hasIntegration(route)) {
            throw rejection.of(
                    properties,
                    "method %s of path %s is defined by another event already".formatted(route.method(), route.path()),
                    "give each event a path or a method of its own");
        }
        Optional<Node> credentials = integration.credentialsPartition().flatMap(auth::credentials);
        MappingNode method = auth.secure(
                definition,
                route,
                integration.method(condition, credentials, BlankValue.given(properties, "TimeoutInMillis")));
        definition.setMethod(route, Branches.conditional(condition, described(definition, method)));
        applyPolicy(definition);
    }

    private MappingNode described(ApiDefinition definition, MappingNode method) {
        MappingNode described = method;
        Optional<Node> model = BlankValue.given(properties, "RequestModel");
        if (model.isPresent()) {
            described = new RequestModel(Keys.mapping("RequestModel", model.get(), rejection), rejection)
                    .applyTo(definition, described, api.properties().get("Models"));
        }
        Optional<SequenceNode> parameters = properties.get("RequestParameters").flatMap(Keys::listed);
        return parameters.isPresent()
                ? new RequestParameters(parameters.get(), rejection).applyTo(described)
                : described;
    }

    private void override(ApiDefinition definition) {
        auth.check(route);
        Methods.requirePath(definition, route, properties);
        if (auth.securesMethod()) {
            Methods.changeOne(
                    definition,
                    route,
                    properties,
                    method -> ApiDefinition.hasIntegration(method) ? auth.secure(definition, route, method) : method);
        }
        applyPolicy(definition);
    }

    private void applyPolicy(ApiDefinition definition) {
        auth.resourcePolicy().ifPresent(policy -> {
            if (policy.asMapping().isEmpty()) {
                throw ofEventAlone(policy, "Auth.ResourcePolicy is " + policy.kindName(), "a mapping is expected");
            }
            new ResourcePolicy(policy, stage).applyTo(definition, List.of(route.path()));
        });
    }

    /** As the hosted macro does: its errors of resource policies name the event as if it were the resource. */
    private InvalidResourceException ofEventAlone(Node part, String message, String suggestion) {
        TransformError error = rejection.of(part, message, suggestion).error();
        return new InvalidResourceException(new TransformError(error.eventId(), Optional.empty(), error.problem()));
    }
}
