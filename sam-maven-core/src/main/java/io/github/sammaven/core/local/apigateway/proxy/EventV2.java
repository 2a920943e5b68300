package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Payload version 2.0 as AWS writes it. What is empty is left out. */
final class EventV2 implements EventWriter {

    @Override
    public void write(ProxiedRequest proxied, Optional<EventBody> body, EventJson json) {
        ApiRequest request = proxied.request();
        json.put("version", "2.0")
                .put("routeKey", proxied.route().key())
                .put("rawPath", proxied.stagedPath())
                .put("rawQueryString", request.query());
        List<String> cookies = Cookies.asSent(request);
        if (!cookies.isEmpty()) {
            json.put("cookies", cookies);
        }
        Map<String, List<String>> headers = HeaderFields.inSmallLetters(request);
        headers.remove("cookie");
        joined(json, "headers", headers);
        joined(json, "queryStringParameters", QueryString.parse(request.query()));
        json.begin("requestContext");
        context(proxied, json);
        json.end();
        if (!proxied.match().parameters().isEmpty()) {
            json.put("pathParameters", new TreeMap<>(proxied.decodedParameters()));
        }
        if (!proxied.api().stageVariables().isEmpty()) {
            json.put("stageVariables", new TreeMap<>(proxied.api().stageVariables()));
        }
        body.ifPresent(given -> {
            if (!given.isEmpty()) {
                given.writeTo(json);
            }
            json.put("isBase64Encoded", given.text().isEmpty());
        });
    }

    /** Values joined by commas; nothing if there are none. */
    static void joined(EventJson json, String name, Map<String, List<String>> values) {
        if (values.isEmpty()) {
            return;
        }
        json.begin(name);
        values.forEach((key, all) -> json.put(key, String.join(",", all)));
        json.end();
    }

    private static void context(ProxiedRequest proxied, EventJson json) {
        ApiRequest request = proxied.request();
        ApiIdentity identity = proxied.identity();
        String domain = identity.domainOf(request);
        json.put("accountId", identity.accountId()).put("apiId", identity.apiId());
        json.nothing("authentication")
                .putIfPresent("authorizer", proxied.authorization().context());
        json.put("domainName", domain)
                .put("domainPrefix", ApiIdentity.prefixOf(domain))
                .begin("http")
                .put("method", request.method())
                .put("path", proxied.stagedPath())
                .put("protocol", request.caller().protocol())
                .put("sourceIp", request.caller().address())
                .put("userAgent", proxied.header("User-Agent"))
                .end()
                .put("requestId", proxied.id())
                .put("routeKey", proxied.route().key())
                .put("stage", proxied.api().stage())
                .put("time", proxied.time())
                .put("timeEpoch", proxied.at().toEpochMilli());
    }
}
