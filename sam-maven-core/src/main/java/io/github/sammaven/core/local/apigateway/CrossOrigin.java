package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.HttpCors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Tells browsers which pages of other origins may call an API, where the API has said so. */
final class CrossOrigin {

    private static final String PREFIX = "access-control-";
    private static final String ORIGIN = "Access-Control-Allow-Origin";
    private static final String METHODS = "Access-Control-Allow-Methods";
    private static final String HEADERS = "Access-Control-Allow-Headers";
    private static final String CREDENTIALS = "Access-Control-Allow-Credentials";
    private static final String MAX_AGE = "Access-Control-Max-Age";
    private static final String EXPOSED = "Access-Control-Expose-Headers";
    private static final List<String> ALL_METHODS = List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private final HttpCors rules;
    private final boolean rest;
    private final boolean samCli;

    CrossOrigin(HttpCors rules, ApiKind kind, Compatibility compatibility) {
        this.rules = rules;
        this.rest = kind == ApiKind.REST;
        this.samCli = compatibility == Compatibility.SAM_CLI;
    }

    /** Whether the gateway answers by itself. */
    boolean isPreflight(ApiRequest request) {
        return request.method().equals("OPTIONS")
                && (samCli
                        || request.header("Origin").isPresent()
                                && request.header("Access-Control-Request-Method")
                                        .isPresent());
    }

    ApiResponse preflight(ApiRequest request) {
        List<Header> headers = samCli ? samCliHeaders(request) : new ArrayList<>();
        if (!samCli) {
            origin(request).ifPresent(origin -> {
                headers.add(new Header(ORIGIN, origin));
                add(headers, METHODS, String.join(",", rules.methods()));
                add(headers, HEADERS, String.join(",", rules.headers()));
                add(headers, MAX_AGE, rules.maxAge().map(String::valueOf).orElse(""));
                add(headers, CREDENTIALS, rules.credentials() ? "true" : "");
            });
        }
        return new ApiResponse(samCli ? 200 : 204, headers, new byte[0]);
    }

    /** The answer of a function: what it says of origins itself does not count. */
    ApiResponse applied(ApiRequest request, ApiResponse response) {
        if (samCli) {
            return response.with(samCliHeaders(request));
        }
        List<Header> headers = new ArrayList<>(response.headers());
        headers.removeIf(header -> header.name().toLowerCase(Locale.ROOT).startsWith(PREFIX));
        origin(request).ifPresent(origin -> {
            headers.add(new Header(ORIGIN, origin));
            add(headers, CREDENTIALS, rules.credentials() ? "true" : "");
            add(headers, EXPOSED, String.join(",", rules.exposed()));
        });
        return new ApiResponse(response.status(), headers, response.body());
    }

    /** An answer of the gateway itself. */
    ApiResponse appliedToError(ApiRequest request, ApiResponse response) {
        return samCli ? response : applied(request, response);
    }

    private List<Header> samCliHeaders(ApiRequest request) {
        List<Header> headers = new ArrayList<>();
        Optional<String> origin = rest ? Optional.of(String.join(",", rules.origins())) : origin(request);
        origin.ifPresent(allowed -> {
            add(headers, ORIGIN, allowed);
            add(headers, METHODS, samCliMethods());
            add(headers, HEADERS, String.join(",", rules.headers()));
            add(headers, CREDENTIALS, rules.credentials() ? "true" : "");
            add(headers, MAX_AGE, rules.maxAge().map(String::valueOf).orElse(""));
        });
        return headers;
    }

    private String samCliMethods() {
        if (rules.methods().contains("*")) {
            return String.join(",", ALL_METHODS);
        }
        TreeSet<String> methods = new TreeSet<>(rules.methods());
        methods.add("OPTIONS");
        return String.join(",", methods);
    }

    private static void add(List<Header> headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.add(new Header(name, value));
        }
    }

    /** What the answer says of the origin of the request; empty if that may not call. */
    private Optional<String> origin(ApiRequest request) {
        if (rules.origins().contains("*")) {
            return request.header("Origin").map(any -> "*");
        }
        return request.header("Origin").filter(origin -> rules.origins().stream()
                .anyMatch(rule -> rule.equals(origin) || !samCli && isSchemeOf(rule, origin)));
    }

    /** {@code https://*} stands for every origin with that scheme. */
    private static boolean isSchemeOf(String rule, String origin) {
        return rule.endsWith("://*") && origin.startsWith(rule.substring(0, rule.length() - 1));
    }
}
