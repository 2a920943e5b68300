package io.github.sammaven.core.local.apigateway.proxy;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the templates of gateway responses. Variables that are not known become nothing. */
final class ErrorTemplate {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\{)?((?:context|stageVariables)\\.[A-Za-z0-9_]+(?:\\.[A-Za-z0-9_]+)*)\\}?");
    private static final String JSON = "application/json";

    /** What GatewayError has for a message that is none. */
    private static final String NULL = "null";

    private final ApiRequest request;
    private final Map<String, String> variables = new HashMap<>();

    ErrorTemplate(LocalApi api, ApiIdentity identity, GatewayError error, ApiRequest request, String message) {
        this.request = request;
        String domain = identity.domainOf(request);
        api.stageVariables().forEach((name, value) -> variables.put("stageVariables." + name, value));
        put("error.message", message.equals(NULL) ? "" : message);
        put("error.messageString", quoted(message));
        put("error.responseType", error.responseType());
        put("requestId", request.id());
        put("extendedRequestId", RequestIds.extended(request));
        put("accountId", identity.accountId());
        put("apiId", identity.apiId());
        put("domainName", domain);
        put("domainPrefix", ApiIdentity.prefixOf(domain));
        put("stage", api.stage());
        put("path", request.path());
        put("httpMethod", request.method());
        put("protocol", request.caller().protocol());
        put("requestTime", ProxiedRequest.time(request.at()));
        put("requestTimeEpoch", Long.toString(request.at().toEpochMilli()));
        put("identity.sourceIp", request.caller().address());
        put("identity.userAgent", request.header("User-Agent").orElse(""));
    }

    private void put(String name, String value) {
        variables.put("context." + name, value);
    }

    /** As a JSON value. */
    static String quoted(String message) {
        return message.equals(NULL)
                ? NULL
                : "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(message)) + "\"";
    }

    /** What the client prefers of them, else JSON, else any; empty if there are none. */
    Optional<String> mediaTypeOf(Collection<String> types) {
        for (String accepted : request.header("Accept").orElse("").split(",")) {
            String bare = MediaTypes.bare(accepted);
            if (types.contains(bare)) {
                return Optional.of(bare);
            }
        }
        return types.contains(JSON)
                ? Optional.of(JSON)
                : new TreeSet<>(types).stream().findFirst();
    }

    String fill(String template) {
        return VARIABLE.matcher(template)
                .replaceAll(variable -> Matcher.quoteReplacement(variables.getOrDefault(variable.group(1), "")));
    }
}
