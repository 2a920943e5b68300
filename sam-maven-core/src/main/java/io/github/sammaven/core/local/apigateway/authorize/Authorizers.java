package io.github.sammaven.core.local.apigateway.authorize;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.authorize.lambda.AuthorizerEvents;
import io.github.sammaven.core.local.apigateway.authorize.lambda.FunctionCalls;
import io.github.sammaven.core.local.apigateway.authorize.lambda.LambdaAuthorizer;
import io.github.sammaven.core.local.apigateway.authorize.signature.IamAuthorizer;
import io.github.sammaven.core.local.apigateway.authorize.token.CognitoAuthorizer;
import io.github.sammaven.core.local.apigateway.authorize.token.JwtAuthorizer;
import io.github.sammaven.core.local.apigateway.authorize.usage.ApiKeys;
import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Decides about the requests to one API. May be asked by several threads at a time. */
public final class Authorizers {

    private static final Gate FOREIGN = Gate.closed("the route is none of this API");

    private final Map<Authorizer, Gate> gates = new HashMap<>();
    private final List<LambdaAuthorizer> lambdas = new ArrayList<>();
    private final LocalApi api;
    private final AuthorizeSettings settings;
    private final FunctionCalls calls;
    private final AuthorizerEvents events;
    private final InstantSource clock;
    private final ApiKeys keys;
    private final boolean keyOfAuthorizer;

    /** Nothing is asked or loaded before the first request. */
    public Authorizers(
            LocalApi api,
            AuthorizeSettings settings,
            FunctionCalls calls,
            AuthorizerEvents events,
            InstantSource clock) {
        this.api = api;
        this.settings = settings;
        this.calls = calls;
        this.events = events;
        this.clock = clock;
        this.keys = new ApiKeys(api, clock);
        this.keyOfAuthorizer = api.selection().apiKey().equals("AUTHORIZER");
        for (Route route : api.routes()) {
            route.access().authorizer().ifPresent(authorizer -> gates.computeIfAbsent(authorizer, this::gate));
        }
    }

    /**
     * Whether the request may pass, and what its event says about the caller. Waits for a function or for the keys of
     * an issuer if they have to be asked. Preflights of CORS are answered without asking here.
     */
    public Authorization authorize(ApiRequest request, RouteMatch match) {
        Access access = match.route().access();
        Optional<Gate> gate = access.authorizer().map(asked -> gates.getOrDefault(asked, FOREIGN));
        Authorization caller = gate.map(asked -> asked.decide(request, match)).orElse(Authorization.Allowed.OPEN);
        boolean keyAsked = access.apiKeyRequired()
                && settings.compatibility() == Compatibility.AWS
                && !(keyOfAuthorizer && gate.equals(Optional.of(Gate.OPEN)));
        return keyAsked && caller instanceof Authorization.Allowed allowed ? withKey(request, allowed) : caller;
    }

    private Authorization withKey(ApiRequest request, Authorization.Allowed caller) {
        Authorization used = keys.use(keyOfAuthorizer ? keyOf(caller) : request.header("x-api-key"));
        if (!(used instanceof Authorization.Allowed allowed)) {
            return used;
        }
        ObjectNode identity = JsonNodeFactory.instance.objectNode();
        caller.identity().ifPresent(identity::setAll);
        allowed.identity().ifPresent(identity::setAll);
        return new Authorization.Allowed(caller.context(), Optional.of(identity));
    }

    private static Optional<String> keyOf(Authorization.Allowed caller) {
        return caller.identity().map(identity -> identity.path("apiKey").textValue());
    }

    /** Keeps no answer of an authorizer function any longer, because functions may have changed. */
    public void forget() {
        lambdas.forEach(LambdaAuthorizer::forget);
    }

    private Gate gate(Authorizer authorizer) {
        if (settings.disableAuthorizers() || settings.openByName().contains(authorizer.name())) {
            return Gate.OPEN;
        }
        if (authorizer instanceof Authorizer.Lambda lambda) {
            return lambda(lambda);
        }
        if (settings.compatibility() == Compatibility.SAM_CLI) {
            return Gate.OPEN;
        }
        if (authorizer instanceof Authorizer.Jwt jwt) {
            return new JwtAuthorizer(api, jwt, settings.jwks(), clock)::decide;
        }
        if (authorizer instanceof Authorizer.Cognito cognito) {
            return cognito(cognito);
        }
        if (authorizer instanceof Authorizer.Iam) {
            return new IamAuthorizer(api, settings.credentials(), settings.unsignedAllowed(), settings.region(), clock)
                    ::decide;
        }
        String kind = authorizer instanceof Authorizer.Unknown unknown ? " (" + unknown.kind() + ")" : "";
        return Gate.closed("the authorizer " + authorizer.name() + kind
                + " has no counterpart here, so its routes are closed; open it by its name to let everybody pass");
    }

    private Gate cognito(Authorizer.Cognito authorizer) {
        try {
            return new CognitoAuthorizer(api, authorizer, settings.jwks(), clock)::decide;
        } catch (PatternSyntaxException e) {
            return malformed(authorizer, e);
        }
    }

    private Gate lambda(Authorizer.Lambda authorizer) {
        try {
            LambdaAuthorizer lambda =
                    new LambdaAuthorizer(api, authorizer, settings.compatibility(), calls, events, clock);
            lambdas.add(lambda);
            return lambda::decide;
        } catch (PatternSyntaxException e) {
            return malformed(authorizer, e);
        }
    }

    private static Gate malformed(Authorizer authorizer, PatternSyntaxException e) {
        return Gate.closed("the validation of the authorizer " + authorizer.name() + " is no regular expression: "
                + e.getDescription());
    }
}
