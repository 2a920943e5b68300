package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PercentEncoding;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A request on its way into an event.
 *
 * @param id as the event shows it
 * @param at as the event shows it
 */
record ProxiedRequest(
        LocalApi api,
        ApiIdentity identity,
        ApiRequest request,
        RouteMatch match,
        Authorization.Allowed authorization,
        String id,
        Instant at) {

    static final String DEFAULT_STAGE = "$default";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    Route route() {
        return match.route();
    }

    String header(String name) {
        return request.header(name).orElse("");
    }

    /** {@code 04/Mar/2020:19:03:58 +0000}. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    String time() {
        return time(at);
    }

    /** Without the stage, escapes kept. */
    String path() {
        String path = request.path();
        if (!match.stageInPath()) {
            return path;
        }
        String rest = path.substring(Math.min(path.length(), api.stage().length() + 1));
        return rest.isEmpty() ? "/" : rest;
    }

    String decodedPath() {
        return PercentEncoding.decode(request.path());
    }

    /** With the stage, unless that has no prefix. */
    String stagedPath() {
        return api.stage().isEmpty() || api.stage().equals(DEFAULT_STAGE) ? path() : "/" + api.stage() + path();
    }

    Map<String, String> decodedParameters() {
        Map<String, String> decoded = new LinkedHashMap<>();
        match.parameters().forEach((name, value) -> decoded.put(name, PercentEncoding.decode(value)));
        return decoded;
    }
}
