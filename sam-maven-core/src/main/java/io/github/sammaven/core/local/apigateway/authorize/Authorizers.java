package io.github.sammaven.core.local.apigateway.authorize;

import io.github.sammaven.core.local.apigateway.authorize.lambda.AuthorizerEvents;
import io.github.sammaven.core.local.apigateway.authorize.lambda.FunctionCalls;
import io.github.sammaven.core.local.apigateway.authorize.lambda.LambdaAuthorizer;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Decides about the requests to one API. May be asked by several threads at a time. */
public final class Authorizers {

    private final Map<Authorizer, Gate> gates = new HashMap<>();
    private final List<LambdaAuthorizer> lambdas = new ArrayList<>();
    private final LocalApi api;
    private final AuthorizeSettings settings;
    private final FunctionCalls calls;
    private final AuthorizerEvents events;
    private final Clock clock;

    /** Nothing is asked or loaded before the first request. */
    public Authorizers(
            LocalApi api, AuthorizeSettings settings, FunctionCalls calls, AuthorizerEvents events, Clock clock) {
        this.api = api;
        this.settings = settings;
        this.calls = calls;
        this.events = events;
        this.clock = clock;
        for (Route route : api.routes()) {
            route.access().authorizer().ifPresent(authorizer -> gates.computeIfAbsent(authorizer, this::gate));
        }
    }

    /**
     * Whether the request may pass, and what its event says about the caller. Waits for a function or for the keys of
     * an issuer if they have to be asked. Preflights of CORS are answered without asking here.
     */
    public Authorization authorize(ApiRequest request, RouteMatch match) {
        Optional<Authorizer> authorizer = match.route().access().authorizer();
        return authorizer.map(asked -> gates.get(asked).decide(request, match)).orElse(Authorization.Allowed.OPEN);
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
        return Gate.closed(
                authorizer.name() + " is not known here; open it by its name if you want its routes to answer");
    }

    private Gate lambda(Authorizer.Lambda authorizer) {
        try {
            LambdaAuthorizer lambda = new LambdaAuthorizer(
                    api, authorizer, settings.compatibility(), settings.arns(), calls, events, clock);
            lambdas.add(lambda);
            return lambda::decide;
        } catch (PatternSyntaxException e) {
            return Gate.closed("the validation of the authorizer " + authorizer.name() + " is no regular expression: "
                    + e.getDescription());
        }
    }
}
