package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import java.util.List;
import java.util.Optional;

/** Payload version 1.0 as SAM CLI writes it. */
final class SamCliEventV1 implements EventWriter {

    static final String USER_AGENT = "Custom User Agent String";

    private static final String RESOURCE = "123456";
    private static final List<String> UNKNOWN_CALLER = List.of(
            "apiKey",
            "userArn",
            "cognitoAuthenticationType",
            "caller",
            "user",
            "cognitoIdentityPoolId",
            "cognitoAuthenticationProvider",
            "accountId");

    @Override
    public void write(ProxiedRequest proxied, Optional<EventBody> body, EventJson json) {
        ApiRequest request = proxied.request();
        boolean rest = proxied.api().kind() == ApiKind.REST;
        if (!rest) {
            json.put("version", "1.0");
        }
        json.put("httpMethod", request.method())
                .put("resource", proxied.route().path())
                .put("path", proxied.decodedPath());
        EventV1.lists(json, "headers", "multiValueHeaders", HeaderFields.capitalised(request));
        EventV1.lists(
                json, "queryStringParameters", "multiValueQueryStringParameters", QueryString.parse(request.query()));
        EventV1.map(json, "pathParameters", proxied.decodedParameters());
        EventV1.map(json, "stageVariables", proxied.api().stageVariables());
        json.begin("requestContext");
        context(proxied, json);
        if (rest) {
            proxied.route().operation().ifPresent(operation -> json.put("operationName", operation));
        }
        json.end();
        body.ifPresent(given -> EventV1.body(given, json));
    }

    private static void context(ProxiedRequest proxied, EventJson json) {
        ApiRequest request = proxied.request();
        json.put("accountId", proxied.identity().accountId())
                .put("apiId", proxied.identity().apiId())
                .putIfPresent("authorizer", proxied.authorization().context())
                .put("domainName", proxied.identity().domainOf(request))
                .nothing("extendedRequestId")
                .put("httpMethod", request.method())
                .begin("identity");
        UNKNOWN_CALLER.forEach(json::nothing);
        json.put("sourceIp", request.caller().address())
                .put("userAgent", USER_AGENT)
                .end()
                .put("path", proxied.route().path())
                .put("protocol", request.caller().protocol())
                .put("requestId", proxied.id())
                .put("requestTime", proxied.time())
                .put("requestTimeEpoch", proxied.at().toEpochMilli())
                .put("resourceId", RESOURCE)
                .put("resourcePath", proxied.route().path())
                .putOrNull("stage", Optional.of(proxied.api().stage()).filter(stage -> !stage.isEmpty()));
    }
}
