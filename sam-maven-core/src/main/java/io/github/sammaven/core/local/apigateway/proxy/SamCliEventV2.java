package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Route;
import java.util.Optional;

/** Payload version 2.0 as SAM CLI writes it. */
final class SamCliEventV2 implements EventWriter {

    private static final String DOMAIN = "localhost";

    @Override
    public void write(ProxiedRequest proxied, Optional<EventBody> body, EventJson json) {
        ApiRequest request = proxied.request();
        json.put("version", "2.0")
                .put("routeKey", routeKey(proxied))
                .put("rawPath", proxied.decodedPath())
                .put("rawQueryString", request.query())
                .put("cookies", Cookies.parsed(request));
        EventV2.joined(json, "headers", HeaderFields.capitalised(request));
        EventV2.joined(json, "queryStringParameters", QueryString.parse(request.query()));
        json.begin("requestContext");
        context(proxied, json);
        json.end().put("pathParameters", proxied.decodedParameters());
        EventV1.map(json, "stageVariables", proxied.api().stageVariables());
        body.ifPresent(given -> {
            given.writeTo(json);
            json.put("isBase64Encoded", given.text().isEmpty());
        });
    }

    private static String routeKey(ProxiedRequest proxied) {
        Route route = proxied.route();
        return route.path().equals(Route.DEFAULT)
                ? Route.DEFAULT
                : proxied.request().method() + " " + route.path();
    }

    private static void context(ProxiedRequest proxied, EventJson json) {
        ApiRequest request = proxied.request();
        String stage = proxied.api().stage();
        json.put("accountId", proxied.identity().accountId())
                .put("apiId", proxied.identity().apiId())
                .putIfPresent("authorizer", proxied.authorization().context())
                .put("domainName", DOMAIN)
                .put("domainPrefix", DOMAIN)
                .begin("http")
                .put("method", request.method())
                .put("path", proxied.decodedPath())
                .put("protocol", request.caller().protocol())
                .put("sourceIp", request.caller().address())
                .put("userAgent", SamCliEventV1.USER_AGENT)
                .end()
                .put("requestId", proxied.id())
                .put("routeKey", routeKey(proxied))
                .put("stage", stage.isEmpty() ? ProxiedRequest.DEFAULT_STAGE : stage)
                .put("time", proxied.time())
                .put("timeEpoch", proxied.at().getEpochSecond());
    }
}
