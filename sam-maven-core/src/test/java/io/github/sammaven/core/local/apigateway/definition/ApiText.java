package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.IdentitySource;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** APIs as text that a person can check. */
final class ApiText {

    private final StringBuilder text = new StringBuilder();

    static String of(ApiDefinitions definitions) {
        ApiText text = new ApiText();
        definitions.apis().forEach(text::api);
        for (Problem problem : definitions.problems()) {
            text.line(0, "! " + problem);
        }
        return text.text.toString();
    }

    private void api(LocalApi api) {
        line(0, api.kind() + " " + api.id() + " stage " + api.stage());
        new TreeMap<>(api.stageVariables()).forEach((name, value) -> line(1, "variable " + name + " = " + value));
        api.binaryTypes().forEach(type -> line(1, "binary " + type));
        api.cors().ifPresent(cors -> line(1, "cors " + cors));
        api.selection().route().ifPresent(selection -> line(1, "selects by " + selection));
        if (!api.selection().apiKey().equals("HEADER")) {
            line(1, "API key from " + api.selection().apiKey());
        }
        api.routes().forEach(this::route);
        new TreeMap<>(api.gatewayResponses())
                .forEach((type, response) -> line(
                        1,
                        "answers " + type + ": "
                                + response.status().map(String::valueOf).orElse("as usual")
                                + headers(response.headers()) + templates(response.templates())));
        api.usage().forEach(plan -> {
            line(
                    1,
                    "plan " + plan.name()
                            + plan.throttle().map(found -> " " + found).orElse("")
                            + plan.quota().map(found -> " " + found).orElse(""));
            plan.keys().forEach(key -> line(2, key.toString()));
        });
    }

    private void route(Route route) {
        line(
                1,
                route.key()
                        + route.operation()
                                .map(operation -> " (" + operation + ")")
                                .orElse("") + "  @" + route.mark().line() + (route.twoWay() ? " two-way" : ""));
        line(2, integration(route.integration()));
        if (route.integration() instanceof Integration.Mock mock) {
            new TreeMap<>(mock.responses())
                    .forEach((pattern, response) -> line(
                            3,
                            pattern + " -> " + response.status() + headers(response.headers())
                                    + templates(response.templates())));
        }
        access(route.access());
    }

    private static String integration(Integration integration) {
        if (integration instanceof Integration.Function function) {
            return "function " + function.function() + " " + function.version() + " "
                    + function.timeout().toMillis() + " ms" + (function.streaming() ? " streaming" : "");
        }
        if (integration instanceof Integration.Mock mock) {
            return "mock" + templates(mock.requestTemplates())
                    + mock.passthrough().map(found -> " " + found).orElse("");
        }
        Integration.Unsupported unsupported = (Integration.Unsupported) integration;
        return "unsupported " + unsupported.type() + ": " + unsupported.reason();
    }

    private void access(Access access) {
        access.authorizer()
                .ifPresent(authorizer -> line(
                        2,
                        "asks " + authorizer(authorizer)
                                + (access.scopes().isEmpty() ? "" : " for " + access.scopes())));
        if (access.apiKeyRequired()) {
            line(2, "needs an API key");
        }
    }

    private static String authorizer(Authorizer authorizer) {
        if (authorizer instanceof Authorizer.Lambda lambda) {
            return lambda.name() + ": function " + lambda.function() + (lambda.tokenOnly() ? " token" : " request")
                    + " "
                    + lambda.version() + (lambda.simple() ? " simple" : "") + " "
                    + lambda.sources().stream().map(ApiText::source).collect(Collectors.joining(", "))
                    + lambda.validation().map(found -> " like " + found).orElse("") + ", kept for "
                    + lambda.timeToLive().toSeconds() + " s";
        }
        if (authorizer instanceof Authorizer.Jwt jwt) {
            return jwt.name() + ": tokens of " + jwt.issuer() + " for " + jwt.audience() + " in "
                    + source(jwt.source());
        }
        if (authorizer instanceof Authorizer.Cognito cognito) {
            return cognito.name() + ": pools " + cognito.userPools() + " in " + source(cognito.source())
                    + cognito.validation().map(found -> " like " + found).orElse("");
        }
        if (authorizer instanceof Authorizer.Iam iam) {
            return iam.name() + ": a signature";
        }
        return authorizer.name() + ": unknown " + ((Authorizer.Unknown) authorizer).kind();
    }

    private static String source(IdentitySource source) {
        return source.place() + " " + source.name();
    }

    private static String headers(List<Header> headers) {
        return headers.stream()
                .map(header -> " " + header.name() + "=" + header.value())
                .collect(Collectors.joining());
    }

    private static String templates(Map<String, String> templates) {
        return new TreeMap<>(templates)
                .entrySet().stream()
                        .map(template -> " " + template.getKey() + ":"
                                + template.getValue().replaceAll("\\s+", ""))
                        .collect(Collectors.joining());
    }

    private void line(int level, String content) {
        text.append("  ".repeat(level)).append(content).append('\n');
    }
}
