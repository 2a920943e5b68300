package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.IdentitySource;
import io.github.sammaven.core.local.apigateway.model.IdentitySource.Place;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads an authorizer in the spelling of OpenAPI. */
final class AuthorizerReader {

    /** Quotas of API Gateway: "Authorizer caching", default and maximum, s. */
    private static final int DEFAULT_REST_TTL = 300;

    private static final int MAX_TTL = 3600;
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final String CLOSED = "its routes stay closed unless they are opened by the name of the authorizer";
    private static final IdentitySource AUTHORIZATION = new IdentitySource(Place.HEADER, "Authorization");

    private final ApiKind kind;
    private final FunctionUri functions;

    AuthorizerReader(ApiKind kind, FunctionUri functions) {
        this.kind = kind;
        this.functions = functions;
    }

    /**
     * @param header that carries the token if {@code section} does not say
     * @param discovery address of the OpenID configuration, which tells the issuer if {@code section} does not
     */
    Authorizer read(String name, Section section, Optional<String> header, Optional<String> discovery) {
        String type = section.text("type").orElse("").toLowerCase(Locale.ROOT);
        Optional<List<IdentitySource>> sources = sources(section);
        if (sources.isEmpty()) {
            return new Authorizer.Unknown(name, type);
        }
        IdentitySource token = sources.get().stream()
                .findFirst()
                .or(() -> header.map(given -> new IdentitySource(Place.HEADER, given)))
                .orElse(AUTHORIZATION);
        if (kind == ApiKind.REST && type.equals("token")) {
            return lambda(name, section, true, List.of(token));
        }
        if (type.equals("request")) {
            return lambda(name, section, false, sources.get());
        }
        if (kind == ApiKind.REST && type.equals("cognito_user_pools")) {
            return cognito(name, section, token);
        }
        if (kind == ApiKind.HTTP && type.equals("jwt")) {
            return jwt(name, section, token, discovery);
        }
        section.warn("type", "the authorizer " + name + " is of a kind that is not known, '" + type + "'", CLOSED);
        return new Authorizer.Unknown(name, type);
    }

    private Optional<List<IdentitySource>> sources(Section section) {
        List<IdentitySource> sources = new ArrayList<>();
        boolean complete = true;
        for (String item : IdentitySources.items(section.texts("identitySource"))) {
            Optional<IdentitySource> source = IdentitySources.parse(item);
            source.ifPresentOrElse(
                    sources::add, () -> section.warn("identitySource", "'" + item + "' is no identity source", CLOSED));
            complete &= source.isPresent();
        }
        return complete ? Optional.of(sources) : Optional.empty();
    }

    private Authorizer lambda(String name, Section section, boolean tokenOnly, List<IdentitySource> sources) {
        if (!section.has("authorizerUri")) {
            section.warn("authorizerUri", "the authorizer " + name + " names no function", CLOSED);
            return new Authorizer.Unknown(name, section.text("type").orElse(""));
        }
        return new Authorizer.Lambda(
                name,
                functions.function(section, "authorizerUri"),
                tokenOnly,
                sources,
                tokenOnly ? section.text("identityValidationExpression") : Optional.empty(),
                sources.isEmpty() ? Duration.ZERO : timeToLive(section),
                version(section),
                kind == ApiKind.HTTP && section.flag("enableSimpleResponses"));
    }

    private Duration timeToLive(Section section) {
        if (kind == ApiKind.WEBSOCKET) {
            return Duration.ZERO;
        }
        int seconds =
                section.number("authorizerResultTtlInSeconds").orElse(kind == ApiKind.REST ? DEFAULT_REST_TTL : 0);
        if (seconds > MAX_TTL) {
            section.warn(
                    "authorizerResultTtlInSeconds",
                    "answers are kept for " + MAX_TTL + " s at most",
                    "lower the value");
        }
        return Duration.ofSeconds(Math.min(seconds, MAX_TTL));
    }

    private PayloadVersion version(Section section) {
        if (kind != ApiKind.HTTP) {
            return PayloadVersion.V1;
        }
        return PayloadVersions.read(section, "authorizerPayloadFormatVersion").orElse(PayloadVersion.V2);
    }

    private static Authorizer cognito(String name, Section section, IdentitySource token) {
        List<String> pools = section.expressions("providerARNs");
        if (pools.isEmpty()) {
            section.warn("providerARNs", "the authorizer " + name + " names no user pool", CLOSED);
            return new Authorizer.Unknown(name, "cognito_user_pools");
        }
        return new Authorizer.Cognito(name, pools, token, section.text("identityValidationExpression"));
    }

    private static Authorizer jwt(String name, Section section, IdentitySource token, Optional<String> discovery) {
        Optional<Section> configuration = section.section("jwtConfiguration").map(Section::inOpenApiSpelling);
        Optional<String> issuer = configuration
                .flatMap(found -> found.text("issuer"))
                .or(() -> discovery.map(
                        url -> url.endsWith(DISCOVERY) ? url.substring(0, url.length() - DISCOVERY.length()) : url));
        if (issuer.isEmpty()) {
            section.warn("jwtConfiguration", "the authorizer " + name + " names no issuer", CLOSED);
            return new Authorizer.Unknown(name, "jwt");
        }
        return new Authorizer.Jwt(
                name,
                issuer.get(),
                configuration.map(found -> found.textsAsWritten("audience")).orElse(List.of()),
                token);
    }
}
