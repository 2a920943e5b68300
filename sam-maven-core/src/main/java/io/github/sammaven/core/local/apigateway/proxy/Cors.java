package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.HttpCors;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import java.util.Optional;

/** What a gateway adds to responses so that pages of other origins may read them. */
public interface Cors {

    /** Leaves it to the functions and the routes. */
    Cors NONE = new Cors() {
        @Override
        public Optional<ApiResponse> preflight(ApiRequest request) {
            return Optional.empty();
        }

        @Override
        public ApiResponse answer(ApiRequest request, ApiResponse response) {
            return response;
        }

        @Override
        public ApiResponse error(ApiRequest request, ApiResponse response) {
            return response;
        }
    };

    /** REST APIs have routes for preflights; only SAM CLI adds what these say to all answers. */
    static Cors of(LocalApi api, Compatibility compatibility) {
        if (compatibility == Compatibility.SAM_CLI) {
            return SamCliCors.of(api);
        }
        return api.kind() == ApiKind.REST
                ? NONE
                : api.cors()
                        .<Cors>map(rules -> new AwsCors(rules, AwsCors.NO_CONTENT))
                        .orElse(NONE);
    }

    static Cors ofFunctionUrl(HttpCors rules) {
        return new AwsCors(rules, AwsCors.OK);
    }

    /** The answer to a preflight, before any authorizer is asked; empty for all other requests. */
    Optional<ApiResponse> preflight(ApiRequest request);

    /** A function's response. */
    ApiResponse answer(ApiRequest request, ApiResponse response);

    /** A response of the gateway itself. */
    ApiResponse error(ApiRequest request, ApiResponse response);
}
