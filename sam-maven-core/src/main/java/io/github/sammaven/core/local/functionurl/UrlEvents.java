package io.github.sammaven.core.local.functionurl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import io.github.sammaven.core.local.apigateway.proxy.ApiIdentity;
import io.github.sammaven.core.local.apigateway.proxy.ProxyEvent;
import io.github.sammaven.core.local.apigateway.proxy.ProxyEvents;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.SourceMark;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The events of a function URL: those of an HTTP API with nothing but a default route. */
final class UrlEvents {

    private static final String DEFAULT_STAGE = "$default";
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,\\s]+)/");

    private final LocalFunction function;

    UrlEvents(LocalFunction function) {
        this.function = function;
    }

    /** @param signature of a signed request */
    ProxyEvent of(ApiRequest request, Optional<String> signature) {
        String id = function.name().toLowerCase(Locale.ROOT);
        ApiIdentity identity = new ApiIdentity(
                function.region(),
                signature.isPresent() ? function.accountId() : "anonymous",
                id,
                Optional.of(id + ".lambda-url." + function.region() + ".on.aws"));
        Route route = new Route(
                "",
                Route.DEFAULT,
                Optional.empty(),
                new Integration.Function(function.name(), PayloadVersion.V2, Duration.ZERO, false),
                Access.OPEN,
                SourceMark.NONE);
        return new ProxyEvents(api(), identity, Compatibility.AWS)
                .function(
                        request,
                        new RouteMatch(route, Map.of()),
                        PayloadVersion.V2,
                        new Authorization.Allowed(signature.map(this::signer), Optional.empty()));
    }

    private LocalApi api() {
        return new LocalApi(
                ApiKind.HTTP,
                function.name(),
                DEFAULT_STAGE,
                Map.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                LocalApi.Selection.DEFAULT);
    }

    private ObjectNode signer(String signature) {
        Matcher credential = CREDENTIAL.matcher(signature);
        ObjectNode authorizer = JsonNodeFactory.instance.objectNode();
        authorizer
                .putObject("iam")
                .put("accessKey", credential.find() ? credential.group(1) : "")
                .put("accountId", function.accountId())
                .put("userArn", "arn:aws:iam::" + function.accountId() + ":user/local")
                .put("userId", "local");
        return authorizer;
    }
}
