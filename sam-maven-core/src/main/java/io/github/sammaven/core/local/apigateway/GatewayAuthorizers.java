package io.github.sammaven.core.local.apigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.authorize.AuthorizeSettings;
import io.github.sammaven.core.local.apigateway.authorize.Authorizers;
import io.github.sammaven.core.local.apigateway.authorize.lambda.AuthorizerEvents;
import io.github.sammaven.core.local.apigateway.authorize.lambda.FunctionCalls;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
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
        Authorizers authorizers = Authorizers.of(
                api, settings, calls, new ProxyEvents(api, identity(api), settings.compatibility()), clock);
        made.add(authorizers);
        return authorizers::authorize;
    }

    /** Who may use WebSocket APIs. */
    public GatewaySettings.WebSockets webSockets() {
        return new GatewaySettings.WebSockets(this::connect, settings.unsignedAllowed());
    }

    /** AWS keeps no answers of authorizers of the {@code $connect} route. */
    private Authorization connect(LocalApi api, Route route, ApiRequest request, ObjectNode event) {
        return new Authorizers(api, settings, calls, new ConnectEvents(identity(api), api, event), clock)
                .authorize(request, new RouteMatch(route, Map.of()));
    }

    private ApiIdentity identity(LocalApi api) {
        return ApiIdentity.of(api, settings.compatibility(), settings.region(), accountId);
    }

    /** @param event as the function of the route will get it */
    private record ConnectEvents(ApiIdentity identity, LocalApi api, ObjectNode event) implements AuthorizerEvents {

        @Override
        public String arn(ApiRequest request, RouteMatch match) {
            return identity.arn(api.stage(), match.route().path(), "");
        }

        @Override
        public byte[] authorizer(
                ApiRequest request, RouteMatch match, Authorizer.Lambda authorizer, List<String> values) {
            return event.deepCopy()
                    .put("type", "REQUEST")
                    .put("methodArn", arn(request, match))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Functions have changed: what they have answered counts no longer. */
    public void forget() {
        made.forEach(Authorizers::forget);
    }
}
