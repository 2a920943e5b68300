package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.GatewayResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.HttpCors;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import io.github.sammaven.core.problem.SourceMark;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** APIs, routes and requests of these tests. */
final class Requests {

    static final String ID = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef";
    static final Instant AT = Instant.ofEpochMilli(1_583_348_638_390L);
    static final ApiRequest.Caller CALLER = new ApiRequest.Caller("192.0.2.7", "HTTP/1.1", "http", 3000);

    private Requests() {}

    static LocalApi api(ApiKind kind, String stage, Map<String, String> variables, String... binaryTypes) {
        return new LocalApi(
                kind,
                "Shop/OrdersApi",
                stage,
                variables,
                List.of(binaryTypes),
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                LocalApi.Selection.DEFAULT);
    }

    static LocalApi with(LocalApi api, Map<String, GatewayResponse> responses) {
        return new LocalApi(
                api.kind(),
                api.id(),
                api.stage(),
                api.stageVariables(),
                api.binaryTypes(),
                api.cors(),
                api.routes(),
                responses,
                api.usage(),
                api.selection());
    }

    static LocalApi with(LocalApi api, HttpCors cors, Route... routes) {
        return new LocalApi(
                api.kind(),
                api.id(),
                api.stage(),
                api.stageVariables(),
                api.binaryTypes(),
                Optional.ofNullable(cors),
                List.of(routes),
                api.gatewayResponses(),
                api.usage(),
                api.selection());
    }

    static Route route(String method, String path, PayloadVersion version) {
        return new Route(
                method,
                path,
                Optional.of("placeOrder"),
                new Integration.Function("Function", version, Duration.ofSeconds(30), false),
                Access.OPEN,
                SourceMark.NONE);
    }

    static RouteMatch match(String method, String path, Map<String, String> parameters) {
        return new RouteMatch(route(method, path, PayloadVersion.V2), parameters);
    }

    /** @param headers name, value, name, value */
    static ApiRequest request(String method, String path, String query, byte[] body, String... headers) {
        List<Header> all = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(new Header(headers[i], headers[i + 1]));
        }
        return new ApiRequest(ID, AT, method, path, query, all, body, CALLER);
    }

    static ApiRequest get(String path, String... headers) {
        return request("GET", path, "", new byte[0], headers);
    }

    static ApiRequest post(String body, String... headers) {
        return request("POST", "/", "", body.getBytes(StandardCharsets.UTF_8), headers);
    }
}
