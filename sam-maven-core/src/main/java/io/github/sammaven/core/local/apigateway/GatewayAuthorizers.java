package io.github.sammaven.core.local.apigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.authorize.AuthorizeSettings;
import io.github.sammaven.core.local.apigateway.authorize.Authorizers;
import io.github.sammaven.core.local.apigateway.authorize.lambda.FunctionCalls;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import io.github.sammaven.core.local.apigateway.proxy.ApiIdentity;
import io.github.sammaven.core.local.apigateway.proxy.ProxyEvents;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.invoke.Invocation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The authorizers of all APIs, with the functions of this run behind those that are functions. */
public final class GatewayAuthorizers {

    private final AuthorizeSettings settings;
    private final FunctionCalls calls;
    private final String accountId;
    private final Clock clock;
    private final List<Authorizers> made = new CopyOnWriteArrayList<>();

    /** @param accountId in ARNs */
    public GatewayAuthorizers(AuthorizeSettings settings, FunctionService functions, String accountId, Clock clock) {
        this.settings = settings;
        this.calls = (function, event) -> functions.pool(function).map(pool -> pool.invoke(Invocation.of(event)));
        this.accountId = accountId;
        this.clock = clock;
    }

    /** Those of a REST or HTTP API. */
    public GatewayAuthorizer of(LocalApi api) {
        ApiIdentity identity = ApiIdentity.of(api, settings.compatibility(), settings.region(), accountId);
        ProxyEvents events = new ProxyEvents(api, identity, settings.compatibility());
        Authorizers authorizers = new Authorizers(
                api,
                settings,
                calls,
                (authorizer, request, match, arn, values) -> events.authorizer(request, match, authorizer, values),
                clock);
        made.add(authorizers);
        return authorizers::authorize;
    }

    /** Who may use WebSocket APIs. */
    public GatewaySettings.SocketAccess sockets() {
        return new GatewaySettings.SocketAccess(this::connect, settings.unsignedAllowed());
    }

    /** AWS keeps no answers of authorizers of the {@code $connect} route. */
    private Authorization connect(LocalApi api, Route route, ApiRequest request, ObjectNode event) {
        return new Authorizers(api, settings, calls, (authorizer, same, match, arn, values) -> bytes(event, arn), clock)
                .authorize(request, new RouteMatch(route, Map.of()));
    }

    private static byte[] bytes(ObjectNode event, String arn) {
        return event.deepCopy()
                .put("type", "REQUEST")
                .put("methodArn", arn)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Functions have changed: what they have answered counts no longer. */
    public void forget() {
        made.forEach(Authorizers::forget);
    }
}
