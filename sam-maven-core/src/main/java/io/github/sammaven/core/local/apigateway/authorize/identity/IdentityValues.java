package io.github.sammaven.core.local.apigateway.authorize.identity;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.IdentitySource;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PercentEncoding;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads from requests what identity sources name. Of repeated values REST APIs see the last, HTTP APIs all. */
public final class IdentityValues {

    private final LocalApi api;

    public IdentityValues(LocalApi api) {
        this.api = api;
    }

    /** Empty if the request does not have it, or an empty text. */
    public Optional<String> of(IdentitySource source, ApiRequest request, RouteMatch match) {
        Optional<String> value =
                switch (source.place()) {
                    case HEADER ->
                        one(request.headers().stream()
                                .filter(header -> header.isNamed(source.name()))
                                .map(Header::value)
                                .toList());
                    case QUERY_STRING -> one(parameters(request.query(), source.name()));
                    case STAGE_VARIABLE ->
                        Optional.ofNullable(api.stageVariables().get(source.name()));
                    case CONTEXT -> context(source.name(), request, match);
                };
        return value.filter(text -> !text.isBlank());
    }

    /** What the source is called in a sentence. */
    public static String describe(IdentitySource source) {
        return switch (source.place()) {
            case HEADER -> "header " + source.name();
            case QUERY_STRING -> "query parameter " + source.name();
            case STAGE_VARIABLE -> "stage variable " + source.name();
            case CONTEXT -> "context value " + source.name();
        };
    }

    private Optional<String> one(List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(api.kind() == ApiKind.HTTP ? String.join(",", values) : values.get(values.size() - 1));
    }

    private static List<String> parameters(String query, String name) {
        List<String> values = new ArrayList<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (PercentEncoding.decodeQuery(equals < 0 ? pair : pair.substring(0, equals))
                    .equals(name)) {
                values.add(equals < 0 ? "" : PercentEncoding.decodeQuery(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private Optional<String> context(String name, ApiRequest request, RouteMatch match) {
        return switch (name) {
            case "domainName" -> request.header("Host");
            case "httpMethod", "http.method" -> Optional.of(request.method());
            case "identity.sourceIp", "http.sourceIp" ->
                Optional.of(request.caller().address());
            case "identity.userAgent", "http.userAgent" -> request.header("User-Agent");
            case "path", "http.path" -> Optional.of(request.path());
            case "protocol", "http.protocol" -> Optional.of(request.caller().protocol());
            case "requestId" -> Optional.of(request.id());
            case "resourcePath" -> Optional.of(match.route().path());
            case "routeKey" -> Optional.of(match.route().key());
            case "stage" -> Optional.of(api.stage());
            default -> Optional.empty();
        };
    }
}
