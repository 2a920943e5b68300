package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.limits.PayloadLimits;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import io.github.sammaven.core.problem.Problem;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the events of the functions and the authorizers of one API. */
public final class ProxyEvents {

    /** Of an event without its body. */
    private static final int USUAL_SIZE = 4_096;

    private static final PayloadLimits LIMITS = new PayloadLimits();

    private final LocalApi api;
    private final ApiIdentity identity;
    private final boolean samCli;
    private final EventBody.Rule bodies;
    private final Map<PayloadVersion, EventWriter> writers = new EnumMap<>(PayloadVersion.class);
    private final String processId;
    private final Instant processStart = Instant.now();

    public ProxyEvents(LocalApi api, ApiIdentity identity, Compatibility compatibility) {
        this.api = api;
        this.identity = identity;
        samCli = compatibility == Compatibility.SAM_CLI;
        processId = samCli ? UUID.randomUUID().toString() : "";
        bodies = EventBody.rule(api, compatibility);
        for (PayloadVersion version : PayloadVersion.values()) {
            writers.put(version, EventWriter.of(api.kind(), version, compatibility));
        }
    }

    /** @param version what the integration asks for; REST APIs have but one */
    public ProxyEvent function(
            ApiRequest request, RouteMatch match, PayloadVersion version, Authorization.Allowed authorization) {
        Optional<EventBody> body = bodies.of(request);
        if (body.isEmpty()) {
            return new ProxyEvent.Refused(
                    GatewayError.INTEGRATION_FAILURE, "the body is not UTF-8, and its type is not a binary one");
        }
        EventJson json = new EventJson(USUAL_SIZE + request.body().length * 4 / 3);
        writers.get(version).write(proxied(request, match, authorization), body, json);
        byte[] event = json.toBytes();
        long encoded = body.get().base64Length();
        Optional<Problem> tooLarge = encoded > 0
                ? LIMITS.request(event.length, request.body().length, encoded)
                : LIMITS.request(event.length);
        return tooLarge.<ProxyEvent>map(problem -> new ProxyEvent.Refused(
                        GatewayError.REQUEST_TOO_LARGE, problem.message() + ".\n" + problem.suggestion()))
                .orElseGet(() -> new ProxyEvent.Ready(event));
    }

    /**
     * The event of a Lambda authorizer.
     *
     * @param values of its identity sources; the first is the token of one that gets nothing else
     */
    public byte[] authorizer(ApiRequest request, RouteMatch match, Authorizer.Lambda authorizer, List<String> values) {
        EventJson json = new EventJson(USUAL_SIZE);
        if (authorizer.tokenOnly()) {
            return json.put("type", "TOKEN")
                    .put("methodArn", arn(request, match))
                    .put("authorizationToken", values.get(0))
                    .toBytes();
        }
        json.put("type", "REQUEST");
        if (api.kind() == ApiKind.REST) {
            json.put("methodArn", arn(request, match));
        } else if (authorizer.version() == PayloadVersion.V1) {
            String joined = String.join(",", values);
            json.put("methodArn", arn(request, match))
                    .put("identitySource", joined)
                    .put("authorizationToken", joined);
        } else {
            json.put("routeArn", arn(request, match)).put("identitySource", values);
        }
        // AWS gives authorizers no body.
        Optional<EventBody> body =
                samCli ? Optional.of(bodies.of(request).orElseGet(() -> EventBody.text(request))) : Optional.empty();
        writers.get(samCli ? routeVersion(match, authorizer) : authorizer.version())
                .write(proxied(request, match, Authorization.Allowed.OPEN), body, json);
        return json.toBytes();
    }

    /** SAM CLI begins with the event of the function. */
    private static PayloadVersion routeVersion(RouteMatch match, Authorizer.Lambda authorizer) {
        return match.route().integration() instanceof Integration.Function function
                ? function.version()
                : authorizer.version();
    }

    /** {@code methodArn} or {@code routeArn} of a request. */
    public String arn(ApiRequest request, RouteMatch match) {
        ProxiedRequest proxied = proxied(request, match, Authorization.Allowed.OPEN);
        return identity.arn(stage(), request.method(), samCli ? proxied.decodedPath() : proxied.path());
    }

    /** SAM CLI has no name for a stage that the template does not name. */
    private String stage() {
        boolean unset = api.stage().isEmpty() || api.stage().equals(ProxiedRequest.DEFAULT_STAGE);
        return !unset ? api.stage() : samCli ? "None" : ProxiedRequest.DEFAULT_STAGE;
    }

    /** SAM CLI has one id and time for as long as it runs. */
    private ProxiedRequest proxied(ApiRequest request, RouteMatch match, Authorization.Allowed authorization) {
        return new ProxiedRequest(
                api,
                identity,
                request,
                match,
                authorization,
                samCli ? processId : request.id(),
                samCli ? processStart : request.at());
    }
}
