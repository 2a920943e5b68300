package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.HttpCors;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** As SAM CLI does it: every OPTIONS request is a preflight, all headers are on all answers, and errors have none. */
final class SamCliCors implements Cors {

    private static final List<String> ALL_METHODS = List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");
    private static final String METHODS = "Access-Control-Allow-Methods";
    private static final String PREFIX = "access-control-";
    private static final int OK = 200;

    private final Function<ApiRequest, List<Header>> headers;

    private SamCliCors(Function<ApiRequest, List<Header>> headers) {
        this.headers = headers;
    }

    static Cors of(LocalApi api) {
        if (api.kind() == ApiKind.REST) {
            List<Header> fixed = ofRoutes(api);
            return fixed.isEmpty() ? NONE : new SamCliCors(request -> fixed);
        }
        return api.cors()
                .<Cors>map(rules -> {
                    Origins origins = new Origins(rules.origins());
                    return new SamCliCors(request -> request.header("Origin")
                            .filter(origins::has)
                            .map(origin -> ofRules(rules, origins.hasAll() ? "*" : origin))
                            .orElse(List.of()));
                })
                .orElse(NONE);
    }

    /** What the first route for preflights says goes for the whole API. */
    private static List<Header> ofRoutes(LocalApi api) {
        for (Route route : api.routes()) {
            if (route.method().equals("OPTIONS") && route.integration() instanceof Integration.Mock mock) {
                List<Header> found = mock.responses().values().stream()
                        .flatMap(response -> response.headers().stream())
                        .filter(header -> header.name().toLowerCase(Locale.ROOT).startsWith(PREFIX))
                        .toList();
                if (!found.isEmpty()) {
                    return found.stream().map(SamCliCors::withOptions).toList();
                }
            }
        }
        return List.of();
    }

    private static List<Header> ofRules(HttpCors rules, String origin) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Access-Control-Allow-Origin", origin));
        headers.add(new Header(METHODS, methods(rules.methods())));
        if (!rules.headers().isEmpty()) {
            headers.add(new Header("Access-Control-Allow-Headers", String.join(",", rules.headers())));
        }
        if (rules.credentials()) {
            headers.add(new Header("Access-Control-Allow-Credentials", "true"));
        }
        rules.maxAge().ifPresent(seconds -> headers.add(new Header("Access-Control-Max-Age", seconds.toString())));
        return headers;
    }

    private static Header withOptions(Header header) {
        return header.isNamed(METHODS)
                ? new Header(METHODS, methods(Arrays.asList(header.value().split("\\s*,\\s*"))))
                : header;
    }

    /** In the order of the alphabet, and always with that of preflights. */
    private static String methods(List<String> given) {
        TreeSet<String> methods = new TreeSet<>(given.isEmpty() || given.contains("*") ? ALL_METHODS : given);
        methods.add("OPTIONS");
        return String.join(",", methods);
    }

    @Override
    public Optional<ApiResponse> preflight(ApiRequest request) {
        return request.method().equals("OPTIONS")
                ? Optional.of(new ApiResponse(OK, headers.apply(request), new byte[0]))
                : Optional.empty();
    }

    @Override
    public ApiResponse answer(ApiRequest request, ApiResponse response) {
        return response.with(headers.apply(request));
    }

    @Override
    public ApiResponse error(ApiRequest request, ApiResponse response) {
        return response;
    }
}
