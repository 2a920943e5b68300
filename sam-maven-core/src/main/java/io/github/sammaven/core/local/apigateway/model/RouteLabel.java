package io.github.sammaven.core.local.apigateway.model;

import java.util.ArrayList;
import java.util.List;

/** What people read of a route. */
public record RouteLabel(Route route) {

    /** The function, or what there is in its place. */
    public String answeredBy() {
        if (route.integration() instanceof Integration.Function function) {
            return function.function();
        }
        return route.integration() instanceof Integration.Unsupported unsupported
                ? unsupported.type() + ", not served"
                : "mock";
    }

    /** Empty if everybody may call. */
    public String access() {
        Access access = route.access();
        List<String> parts = new ArrayList<>();
        access.authorizer()
                .ifPresent(authorizer -> parts.add("authorizer " + authorizer.name() + " (" + kind(authorizer) + ")"));
        if (!access.scopes().isEmpty()) {
            parts.add("scopes " + String.join(" ", access.scopes()));
        }
        if (access.apiKeyRequired()) {
            parts.add("API key");
        }
        return String.join(", ", parts);
    }

    private static String kind(Authorizer authorizer) {
        if (authorizer instanceof Authorizer.Lambda) {
            return "Lambda";
        }
        if (authorizer instanceof Authorizer.Jwt) {
            return "JWT";
        }
        if (authorizer instanceof Authorizer.Cognito) {
            return "Cognito";
        }
        return authorizer instanceof Authorizer.Iam ? "IAM" : "unknown kind, closed";
    }
}
