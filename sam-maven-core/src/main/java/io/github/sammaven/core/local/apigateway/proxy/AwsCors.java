package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.HttpCors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HTTP APIs and function URLs in AWS: origins are checked, and what functions say themselves does not count. */
final class AwsCors implements Cors {

    static final int OK = 200;
    static final int NO_CONTENT = 204;

    private static final String PREFIX = "access-control-";

    private final HttpCors rules;
    private final Origins origins;
    private final int preflightStatus;

    AwsCors(HttpCors rules, int preflightStatus) {
        this.rules = rules;
        this.origins = new Origins(rules.origins());
        this.preflightStatus = preflightStatus;
    }

    @Override
    public Optional<ApiResponse> preflight(ApiRequest request) {
        Optional<String> origin = request.header("Origin");
        if (!request.method().equals("OPTIONS")
                || origin.isEmpty()
                || request.header("Access-Control-Request-Method").isEmpty()) {
            return Optional.empty();
        }
        List<Header> headers = allowed(origin.get());
        if (!headers.isEmpty()) {
            add(headers, "Access-Control-Allow-Methods", rules.methods());
            add(headers, "Access-Control-Allow-Headers", rules.headers());
            rules.maxAge().ifPresent(seconds -> headers.add(new Header("Access-Control-Max-Age", seconds.toString())));
        }
        return Optional.of(new ApiResponse(preflightStatus, headers, new byte[0]));
    }

    @Override
    public ApiResponse answer(ApiRequest request, ApiResponse response) {
        List<Header> all = new ArrayList<>(response.headers());
        all.removeIf(header -> header.name().toLowerCase(Locale.ROOT).startsWith(PREFIX));
        request.header("Origin")
                .map(this::allowed)
                .filter(headers -> !headers.isEmpty())
                .ifPresent(headers -> {
                    add(headers, "Access-Control-Expose-Headers", rules.exposed());
                    all.addAll(headers);
                });
        return new ApiResponse(response.status(), all, response.body());
    }

    @Override
    public ApiResponse error(ApiRequest request, ApiResponse response) {
        return answer(request, response);
    }

    private List<Header> allowed(String origin) {
        List<Header> headers = new ArrayList<>();
        if (!origins.has(origin)) {
            return headers;
        }
        // A browser refuses the asterisk together with credentials.
        boolean any = origins.hasAll() && !rules.credentials();
        headers.add(new Header("Access-Control-Allow-Origin", any ? "*" : origin));
        if (!any) {
            headers.add(new Header("Vary", "Origin"));
        }
        if (rules.credentials()) {
            headers.add(new Header("Access-Control-Allow-Credentials", "true"));
        }
        return headers;
    }

    private static void add(List<Header> headers, String name, List<String> values) {
        if (!values.isEmpty()) {
            headers.add(new Header(name, String.join(",", values)));
        }
    }
}
