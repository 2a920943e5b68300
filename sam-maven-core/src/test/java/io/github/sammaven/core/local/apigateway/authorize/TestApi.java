package io.github.sammaven.core.local.apigateway.authorize;

import io.github.sammaven.core.local.apigateway.authorize.lambda.AuthorizerEvents;
import io.github.sammaven.core.local.apigateway.authorize.lambda.FunctionCalls;
import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import io.github.sammaven.core.local.apigateway.model.UsagePlan;
import io.github.sammaven.core.problem.SourceMark;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An API with one route, {@code GET /items/{id}}, and requests to it. */
record TestApi(LocalApi api, RouteMatch match) {

    static final Instant NOW = Instant.parse("2026-11-21T10:31:07Z");

    /** Names requests and writes nothing but what it was told. */
    static final AuthorizerEvents EVENTS = new AuthorizerEvents() {
        @Override
        public String arn(ApiRequest request, RouteMatch match) {
            return "arn:aws:execute-api:eu-central-1:123456789012:shop/Prod/" + request.method() + request.path();
        }

        @Override
        public byte[] authorizer(
                ApiRequest request, RouteMatch match, Authorizer.Lambda authorizer, List<String> values) {
            return String.join("|", values).getBytes(StandardCharsets.UTF_8);
        }
    };

    static final FunctionCalls NO_CALLS = (function, event) -> {
        throw new AssertionError("no function may be called");
    };

    static TestApi of(ApiKind kind, PayloadVersion version, Access access) {
        return of(kind, version, access, List.of(), LocalApi.Selection.DEFAULT);
    }

    static TestApi of(
            ApiKind kind, PayloadVersion version, Access access, List<UsagePlan> usage, LocalApi.Selection selection) {
        Route route = new Route(
                "GET",
                "/items/{id}",
                Optional.empty(),
                new Integration.Function("Items", version, Duration.ofSeconds(29), false),
                access,
                SourceMark.NONE);
        LocalApi api = new LocalApi(
                kind,
                "Shop",
                "Prod",
                Map.of("tier", "gold"),
                List.of(),
                Optional.empty(),
                List.of(route),
                Map.of(),
                usage,
                selection);
        return new TestApi(api, new RouteMatch(route, Map.of("id", "7")));
    }

    static TestApi with(ApiKind kind, PayloadVersion version, Authorizer authorizer, String... scopes) {
        return of(kind, version, new Access(Optional.of(authorizer), List.of(scopes), false));
    }

    /** @param headers names and values in turn */
    static ApiRequest requestTo(String path, String query, String... headers) {
        List<Header> all = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(new Header(headers[i], headers[i + 1]));
        }
        return new ApiRequest(
                "0f6a0a6e-52f7-4a1c-b6a5-1f40e8a3c1de",
                NOW,
                "GET",
                path,
                query,
                all,
                new byte[0],
                new ApiRequest.Caller("127.0.0.1", "HTTP/1.1", "http", 3000));
    }

    static ApiRequest request(String... headers) {
        return requestTo("/items/7", "", headers);
    }

    Authorizers authorizers(AuthorizeSettings settings, FunctionCalls calls, InstantSource clock) {
        return new Authorizers(api, settings, calls, EVENTS, clock);
    }

    Authorization ask(AuthorizeSettings settings, InstantSource clock, String... headers) {
        return authorizers(settings, NO_CALLS, clock).authorize(request(headers), match);
    }

    /** {@code allowed} with what the event gets, or the error. */
    static String text(Authorization authorization) {
        if (authorization instanceof Authorization.Refused refused) {
            return refused.error().name();
        }
        Authorization.Allowed allowed = (Authorization.Allowed) authorization;
        return "allowed"
                + allowed.context().map(context -> " " + context).orElse("")
                + allowed.identity().map(identity -> " as " + identity).orElse("");
    }

    static String reason(Authorization authorization) {
        return authorization instanceof Authorization.Refused refused ? refused.reason() : "";
    }
}
