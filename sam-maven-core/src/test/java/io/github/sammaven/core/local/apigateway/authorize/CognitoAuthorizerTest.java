package io.github.sammaven.core.local.apigateway.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import io.github.sammaven.core.local.apigateway.authorize.token.JwksSource;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.IdentitySource;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import java.net.URI;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cognito user pools of REST APIs, with real keys and a real place where they are. */
class CognitoAuthorizerTest {

    private static final InstantSource CLOCK = InstantSource.fixed(TestApi.NOW);
    private static final String ARN = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Ab12";
    private static final String ISSUER = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Ab12";

    private static RSAKey key;
    private JwksServer keys;

    @BeforeAll
    static void makeKey() throws Exception {
        key = Tokens.rsaKey("k1");
    }

    @BeforeEach
    void startServer() throws Exception {
        keys = new JwksServer(key);
    }

    @AfterEach
    void stopServer() {
        keys.close();
    }

    private static TestApi api(String pool, Optional<String> validation, String... scopes) {
        Authorizer.Cognito authorizer = new Authorizer.Cognito(
                "Pool", List.of(pool), new IdentitySource(IdentitySource.Place.HEADER, "Authorization"), validation);
        return TestApi.with(ApiKind.REST, PayloadVersion.V1, authorizer, scopes);
    }

    private Authorization ask(TestApi api, String source, JWTClaimsSet claims) throws Exception {
        AuthorizeSettings settings = new AuthorizeSettings(
                Compatibility.AWS,
                Set.of(),
                false,
                List.of(new JwksSource(source, URI.create(keys.issuer() + "/keys"))),
                List.of(),
                false,
                "us-east-1");
        return api.ask(settings, CLOCK, "Authorization", Tokens.signed(key, JWSAlgorithm.RS256, claims));
    }

    private static JWTClaimsSet.Builder claims(String issuer, String use) {
        return Tokens.claims(issuer).claim("token_use", use);
    }

    @Test
    void takesIdentityTokensAndTellsTheirClaims() throws Exception {
        JWTClaimsSet claims = claims(ISSUER, "id")
                .claim("cognito:groups", List.of("a", "b"))
                .claim("email_verified", true)
                .claim("auth_time", 1_795_000_000L)
                .build();
        Authorization.Allowed allowed = (Authorization.Allowed) ask(api(ARN, Optional.empty()), ISSUER, claims);
        assertThat(allowed.context().orElseThrow().path("claims").toString())
                .contains("\"sub\":\"me\"")
                .contains("\"aud\":\"web\"")
                .contains("\"cognito:groups\":\"a,b\"")
                .contains("\"email_verified\":\"true\"")
                .contains("\"auth_time\":\"1795000000\"")
                .contains("\"exp\":\"Sat Nov 21 11:31:07 UTC 2026\"");
    }

    @Test
    void takesKeysByEveryNameOfThePool() throws Exception {
        JWTClaimsSet claims = claims(ISSUER, "id").build();
        for (String name : List.of("Pool", ARN, "eu-central-1_Ab12", ISSUER)) {
            assertThat(TestApi.text(ask(api(ARN, Optional.empty()), name, claims)))
                    .as(name)
                    .startsWith("allowed");
        }
    }

    @Test
    void refusesTokensOfAnotherIssuerWhenKeysAreNamedByIt() throws Exception {
        Authorization authorization = ask(
                api(ARN, Optional.empty()),
                ISSUER,
                claims("https://x.invalid", "id").build());
        assertThat(TestApi.text(authorization)).isEqualTo("UNAUTHORIZED");
        assertThat(TestApi.reason(authorization)).contains("https://x.invalid, not of " + ISSUER);
    }

    @Test
    void takesAnyIssuerForAPoolOfTheTemplateWhenItsKeysAreGiven() throws Exception {
        JWTClaimsSet claims = claims("http://localhost:9229/local", "id").build();
        assertThat(TestApi.text(ask(api("UserPool", Optional.empty()), "UserPool", claims)))
                .startsWith("allowed");
    }

    @Test
    void staysClosedForAPoolOfTheTemplateWithoutKeys() throws Exception {
        Authorization authorization = ask(
                api("UserPool", Optional.empty()), "Other", claims(ISSUER, "id").build());
        assertThat(TestApi.text(authorization)).isEqualTo("AUTHORIZER_CONFIGURATION_ERROR");
        assertThat(TestApi.reason(authorization))
                .isEqualTo("Pool: its user pools [UserPool] are not in AWS yet; give their keys as a JWKS");
    }

    @Test
    void staysClosedWhenTheKeysCannotBeRead() throws Exception {
        keys.answerWith(404);
        Authorization authorization =
                ask(api(ARN, Optional.empty()), "Pool", claims(ISSUER, "id").build());
        assertThat(TestApi.text(authorization)).isEqualTo("AUTHORIZER_CONFIGURATION_ERROR");
        assertThat(TestApi.reason(authorization)).contains("/pool/keys answers 404");
    }

    @Test
    void takesAccessTokensWhereScopesAreAskedFor() throws Exception {
        TestApi api = api(ARN, Optional.empty(), "shop/read");
        assertThat(TestApi.text(ask(
                        api,
                        "Pool",
                        claims(ISSUER, "access").claim("scope", "x shop/read").build())))
                .startsWith("allowed");
        assertThat(TestApi.text(ask(
                        api,
                        "Pool",
                        claims(ISSUER, "access").claim("scope", "x").build())))
                .isEqualTo("UNAUTHORIZED");
        assertThat(TestApi.reason(ask(
                        api,
                        "Pool",
                        claims(ISSUER, "id").claim("scope", "shop/read").build())))
                .contains("tokens for access, and this is one for id");
    }

    @Test
    void refusesAccessTokensWhereNoScopesAreAskedFor() throws Exception {
        assertThat(TestApi.reason(ask(
                        api(ARN, Optional.empty()),
                        "Pool",
                        claims(ISSUER, "access").build())))
                .contains("tokens for id, and this is one for access");
    }

    @Test
    void matchesTheAudienceWhenThereIsAValidation() throws Exception {
        JWTClaimsSet claims = claims(ISSUER, "id").build();
        assertThat(TestApi.text(ask(api(ARN, Optional.of("w.b")), "Pool", claims)))
                .startsWith("allowed");
        assertThat(TestApi.reason(ask(api(ARN, Optional.of("app.*")), "Pool", claims)))
                .contains("the audience [web] does not match app.*");
    }

    @Test
    void refusesARequestWithoutATokenOrWithAnOldOne() throws Exception {
        TestApi api = api(ARN, Optional.empty());
        assertThat(TestApi.text(api.ask(AuthorizeSettings.DEFAULT, CLOCK))).isEqualTo("UNAUTHORIZED");
        JWTClaimsSet old =
                claims(ISSUER, "id").expirationTime(Date.from(TestApi.NOW)).build();
        assertThat(TestApi.text(ask(api, "Pool", old))).isEqualTo("UNAUTHORIZED");
    }

    @Test
    void staysClosedWhenTheValidationIsNoRegularExpression() throws Exception {
        Authorization authorization =
                ask(api(ARN, Optional.of("(")), "Pool", claims(ISSUER, "id").build());
        assertThat(TestApi.text(authorization)).isEqualTo("AUTHORIZER_CONFIGURATION_ERROR");
        assertThat(TestApi.reason(authorization)).contains("no regular expression");
    }
}
