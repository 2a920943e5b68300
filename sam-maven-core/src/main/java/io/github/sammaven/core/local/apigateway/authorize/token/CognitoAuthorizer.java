package io.github.sammaven.core.local.apigateway.authorize.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.github.sammaven.core.local.apigateway.authorize.identity.IdentityValues;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes the tokens of Cognito user pools (REST APIs): access tokens where a route asks for scopes, identity tokens
 * elsewhere.
 */
public final class CognitoAuthorizer {

    private final Authorizer.Cognito authorizer;
    private final IdentityValues values;
    private final Optional<Pattern> audience;
    private final List<UserPool> pools;

    /**
     * @param sources by the name of the authorizer, or by ARN, id or issuer of a pool; with them, tokens may name any
     *     issuer unless the source is named by its issuer
     * @throws java.util.regex.PatternSyntaxException if its validation is no regular expression
     */
    public CognitoAuthorizer(
            LocalApi api, Authorizer.Cognito authorizer, List<JwksSource> sources, InstantSource clock) {
        this.authorizer = authorizer;
        this.values = new IdentityValues(api);
        this.audience = authorizer.validation().map(Pattern::compile);
        this.pools = authorizer.userPools().stream()
                .map(pool -> UserPool.of(pool, authorizer.name(), sources, clock))
                .flatMap(Optional::stream)
                .toList();
    }

    public Authorization decide(ApiRequest request, RouteMatch match) {
        Optional<String> value = values.of(authorizer.source(), request, match);
        if (value.isEmpty()) {
            return refused(
                    GatewayError.UNAUTHORIZED, "the request has no " + IdentityValues.describe(authorizer.source()));
        }
        if (pools.isEmpty()) {
            return refused(
                    GatewayError.AUTHORIZER_CONFIGURATION_ERROR,
                    "its user pools " + authorizer.userPools() + " are not in AWS yet; give their keys as a JWKS");
        }
        try {
            JWTClaimsSet claims = verified(BearerToken.of(value.get()));
            checkAudience(claims);
            checkUse(claims, match.route().access().scopes());
            ObjectNode context = JsonNodeFactory.instance.objectNode();
            context.set("claims", ClaimTexts.REST.of(claims));
            return new Authorization.Allowed(Optional.of(context), Optional.empty());
        } catch (RefusedTokenException e) {
            return refused(GatewayError.UNAUTHORIZED, e.getMessage());
        } catch (KeysUnavailableException e) {
            return refused(
                    GatewayError.AUTHORIZER_CONFIGURATION_ERROR,
                    "the token cannot be checked, as " + e.getMessage() + "; give the keys of the pool as a JWKS");
        }
    }

    /** By the first pool that takes it. */
    private JWTClaimsSet verified(String token) throws RefusedTokenException, KeysUnavailableException {
        List<RefusedTokenException> refusals = new ArrayList<>();
        List<KeysUnavailableException> failures = new ArrayList<>();
        for (UserPool pool : pools) {
            try {
                JWTClaimsSet claims = pool.verifier().verify(token);
                if (pool.issuer().isEmpty() || pool.issuer().get().equals(claims.getIssuer())) {
                    return claims;
                }
                refusals.add(new RefusedTokenException("the token is of the issuer " + claims.getIssuer() + ", not of "
                        + pool.issuer().get()));
            } catch (RefusedTokenException e) {
                refusals.add(e);
            } catch (KeysUnavailableException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        throw refusals.get(0);
    }

    /** API Gateway matches the audience of the token, not the token. */
    private void checkAudience(JWTClaimsSet claims) throws RefusedTokenException {
        List<String> named = claims.getAudience().isEmpty()
                ? List.of(String.valueOf(claims.getClaim("client_id")))
                : claims.getAudience();
        if (audience.isPresent()
                && named.stream().noneMatch(name -> audience.get().matcher(name).matches())) {
            throw new RefusedTokenException("the audience " + named + " does not match " + audience.get());
        }
    }

    private static void checkUse(JWTClaimsSet claims, List<String> wanted) throws RefusedTokenException {
        String use = wanted.isEmpty() ? "id" : "access";
        if (!use.equals(claims.getClaim("token_use"))) {
            throw new RefusedTokenException("the route takes tokens for " + use + ", and this is one for "
                    + claims.getClaim("token_use") + " (token_use)");
        }
        if (!wanted.isEmpty() && Collections.disjoint(TokenScopes.of(claims), wanted)) {
            throw new RefusedTokenException(
                    "the token has the scopes " + TokenScopes.of(claims) + ", none of " + wanted);
        }
    }

    private Authorization refused(GatewayError error, String reason) {
        return new Authorization.Refused(error, authorizer.name() + ": " + reason);
    }
}
