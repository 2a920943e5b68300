package io.github.sammaven.core.local.apigateway.proxy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Payload version 1.0 as AWS writes it, of REST APIs and HTTP APIs. */
final class EventV1 implements EventWriter {

    private static final List<String> UNKNOWN_CALLER = List.of(
            "accessKey",
            "accountId",
            "apiKey",
            "apiKeyId",
            "caller",
            "clientCert",
            "cognitoAuthenticationProvider",
            "cognitoAuthenticationType",
            "cognitoIdentityId",
            "cognitoIdentityPoolId",
            "principalOrgId",
            "user",
            "userArn");

    @Override
    public void write(ProxiedRequest proxied, Optional<EventBody> body, EventJson json) {
        ApiRequest request = proxied.request();
        if (proxied.api().kind() != ApiKind.REST) {
            json.put("version", "1.0");
        }
        json.put("resource", proxied.route().path()).put("path", proxied.path()).put("httpMethod", request.method());
        lists(json, "headers", "multiValueHeaders", HeaderFields.asSent(request));
        lists(json, "queryStringParameters", "multiValueQueryStringParameters", QueryString.parse(request.query()));
        map(json, "pathParameters", proxied.decodedParameters());
        map(json, "stageVariables", proxied.api().stageVariables());
        json.begin("requestContext");
        context(proxied, json);
        json.end();
        body.ifPresent(given -> body(given, json));
    }

    static void body(EventBody body, EventJson json) {
        if (body.isEmpty()) {
            json.nothing("body");
        } else {
            body.writeTo(json);
        }
        json.put("isBase64Encoded", body.text().isEmpty());
    }

    /** The last value of each name, and all of them. */
    static void lists(EventJson json, String single, String multi, Map<String, List<String>> values) {
        if (values.isEmpty()) {
            json.nothing(single).nothing(multi);
            return;
        }
        json.begin(single);
        values.forEach((name, all) -> json.put(name, all.get(all.size() - 1)));
        json.end().putLists(multi, values);
    }

    static void map(EventJson json, String name, Map<String, String> values) {
        if (values.isEmpty()) {
            json.nothing(name);
        } else {
            json.put(name, new TreeMap<>(values));
        }
    }

    private static void context(ProxiedRequest proxied, EventJson json) {
        ApiRequest request = proxied.request();
        ApiIdentity identity = proxied.identity();
        String domain = identity.domainOf(request);
        json.put("accountId", identity.accountId()).put("apiId", identity.apiId());
        json.putIfPresent("authorizer", proxied.authorization().context());
        json.put("domainName", domain).put("domainPrefix", ApiIdentity.prefixOf(domain));
        json.put("extendedRequestId", RequestIds.extended(request)).put("httpMethod", request.method());
        identity(proxied, json);
        proxied.route().operation().ifPresent(operation -> {
            if (proxied.api().kind() == ApiKind.REST) {
                json.put("operationName", operation);
            }
        });
        json.put("path", proxied.stagedPath())
                .put("protocol", request.caller().protocol())
                .put("requestId", proxied.id())
                .put("requestTime", proxied.time())
                .put("requestTimeEpoch", proxied.at().toEpochMilli());
        if (proxied.api().kind() == ApiKind.REST) {
            json.put("resourceId", RequestIds.resource(proxied.route()));
        } else {
            json.nothing("resourceId");
        }
        json.put("resourcePath", proxied.route().path())
                .put("stage", proxied.api().stage());
    }

    private static void identity(ProxiedRequest proxied, EventJson json) {
        ObjectNode known = proxied.authorization().identity().orElse(JsonNodeFactory.instance.objectNode());
        json.begin("identity");
        for (String field : UNKNOWN_CALLER) {
            if (!known.has(field)) {
                json.nothing(field);
            }
        }
        known.properties().forEach(field -> json.put(field.getKey(), field.getValue()));
        if (!known.has("sourceIp")) {
            json.put("sourceIp", proxied.request().caller().address());
        }
        if (!known.has("userAgent")) {
            json.putOrNull("userAgent", proxied.request().header("User-Agent"));
        }
        json.end();
    }
}
