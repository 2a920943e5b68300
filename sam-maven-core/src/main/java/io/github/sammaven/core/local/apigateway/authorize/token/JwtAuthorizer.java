package io.github.sammaven.core.local.apigateway.authorize.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.github.sammaven.core.local.apigateway.authorize.identity.IdentityValues;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Takes the tokens of one OpenID provider (HTTP APIs). */
public final class JwtAuthorizer {

    private static final String INVALID = "invalid_token";

    private final Authorizer.Jwt authorizer;
    private final IdentityValues values;
    private final TokenVerifier verifier;

    /** @param sources by the name of the authorizer or its issuer; else the issuer is asked where its keys are */
    public JwtAuthorizer(LocalApi api, Authorizer.Jwt authorizer, List<JwksSource> sources, InstantSource clock) {
        this.authorizer = authorizer;
        this.values = new IdentityValues(api);
        KeyLocation location = sources.stream()
                .filter(source ->
                        source.name().equals(authorizer.name()) || source.name().equals(authorizer.issuer()))
                .findFirst()
                .map(KeyLocation::of)
                .orElseGet(() -> KeyLocation.ofIssuer(authorizer.issuer()));
        this.verifier = new TokenVerifier(new IssuerKeys(location, new JsonDocuments(), clock), clock);
    }

    public Authorization decide(ApiRequest request, RouteMatch match) {
        Optional<String> value = values.of(authorizer.source(), request, match);
        if (value.isEmpty()) {
            return new Authorization.Refused(
                    GatewayError.UNAUTHORIZED,
                    authorizer.name() + ": the request has no " + IdentityValues.describe(authorizer.source()),
                    List.of(BearerChallenge.missing()));
        }
        try {
            JWTClaimsSet claims = verifier.verify(BearerToken.of(value.get()));
            checkIssuer(claims);
            checkAudience(claims);
            return decide(claims, match);
        } catch (RefusedTokenException e) {
            return refused(GatewayError.UNAUTHORIZED, INVALID, e.getMessage(), match);
        } catch (KeysUnavailableException e) {
            return refused(
                    GatewayError.UNAUTHORIZED,
                    INVALID,
                    "the token cannot be checked, as " + e.getMessage() + "; keys may also be given as a JWKS file",
                    match);
        }
    }

    private void checkIssuer(JWTClaimsSet claims) throws RefusedTokenException {
        if (!authorizer.issuer().equals(claims.getIssuer())) {
            throw new RefusedTokenException(
                    "the token is of the issuer " + claims.getIssuer() + ", not of " + authorizer.issuer());
        }
    }

    /** The client counts only if the token names no audience. */
    private void checkAudience(JWTClaimsSet claims) throws RefusedTokenException {
        Object client = claims.getClaim("client_id");
        List<String> named =
                claims.getAudience().isEmpty() && client != null ? List.of(client.toString()) : claims.getAudience();
        if (!authorizer.audience().isEmpty() && Collections.disjoint(named, authorizer.audience())) {
            throw new RefusedTokenException(
                    "the token is for " + named + " (aud or client_id), not for " + authorizer.audience());
        }
    }

    private Authorization decide(JWTClaimsSet claims, RouteMatch match) {
        List<String> wanted = match.route().access().scopes();
        List<String> scopes = TokenScopes.of(claims);
        if (!wanted.isEmpty() && Collections.disjoint(scopes, wanted)) {
            return refused(
                    GatewayError.ACCESS_DENIED,
                    "insufficient_scope",
                    "the token has the scopes " + scopes + ", none of " + wanted,
                    match);
        }
        ObjectNode jwt = JsonNodeFactory.instance.objectNode();
        jwt.set("claims", ClaimTexts.HTTP.of(claims));
        if (wanted.isEmpty()) {
            jwt.putNull("scopes");
        } else {
            scopes.forEach(jwt.putArray("scopes")::add);
        }
        return new Authorization.Allowed(Optional.of(inEvent(jwt, match)), Optional.empty());
    }

    private static ObjectNode inEvent(ObjectNode jwt, RouteMatch match) {
        boolean flat = match.route().integration() instanceof Integration.Function function
                && function.version() == PayloadVersion.V1;
        return flat ? jwt : JsonNodeFactory.instance.objectNode().set("jwt", jwt);
    }

    private Authorization refused(GatewayError error, String code, String reason, RouteMatch match) {
        return new Authorization.Refused(
                error,
                authorizer.name() + ": " + reason,
                List.of(BearerChallenge.of(match.route().access().scopes(), code, reason)));
    }
}
