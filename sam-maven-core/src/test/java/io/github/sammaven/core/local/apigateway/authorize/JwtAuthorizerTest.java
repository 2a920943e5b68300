package io.github.sammaven.core.local.apigateway.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.github.sammaven.core.local.apigateway.authorize.token.JwksSource;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.IdentitySource;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.report.VirtualTime;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JWT authorizers of HTTP APIs, with real keys and a real provider. */
class JwtAuthorizerTest {

    private static RSAKey key;

    private final VirtualTime clock = new VirtualTime(TestApi.NOW);
    private JwksServer provider;

    @BeforeAll
    static void makeKey() throws Exception {
        key = Tokens.rsaKey("k1");
    }

    @BeforeEach
    void startProvider() throws Exception {
        provider = new JwksServer(key);
    }

    @AfterEach
    void stopProvider() {
        provider.close();
    }

    private TestApi api(PayloadVersion version, String issuer, String... scopes) {
        Authorizer.Jwt authorizer = new Authorizer.Jwt(
                "Login",
                issuer,
                List.of("web", "app"),
                new IdentitySource(IdentitySource.Place.HEADER, "Authorization"));
        return TestApi.with(ApiKind.HTTP, version, authorizer, scopes);
    }

    private TestApi api(String... scopes) {
        return api(PayloadVersion.V2, provider.issuer(), scopes);
    }

    private static AuthorizeSettings with(JwksSource... sources) {
        return new AuthorizeSettings(
                Compatibility.AWS, Set.of(), false, List.of(sources), List.of(), false, "us-east-1");
    }

    private Authorization ask(TestApi api, String token) {
        return api.ask(AuthorizeSettings.DEFAULT, clock, "Authorization", "Bearer " + token);
    }

    private String good() throws Exception {
        return Tokens.signed(
                key, JWSAlgorithm.RS256, Tokens.claims(provider.issuer()).build());
    }

    private void assertRefused(JWTClaimsSet.Builder claims, String reason) throws Exception {
        Authorization authorization = ask(api(), Tokens.signed(key, JWSAlgorithm.RS256, claims.build()));
        assertThat(TestApi.text(authorization)).isEqualTo("UNAUTHORIZED");
        assertThat(TestApi.reason(authorization)).startsWith("Login: ").contains(reason);
    }

    @Test
    void tellsTheClaimsAsTextWhenTheTokenIsGood() throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience("web")
                .expirationTime(Date.from(TestApi.NOW.plusSeconds(60)))
                .claim("groups", List.of("a,b", "c"))
                .claim("admin", true)
                .claim("level", 7)
                .build();
        String token = Tokens.signed(key, JWSAlgorithm.RS256, claims);
        Authorization.Allowed allowed = (Authorization.Allowed) ask(api(), token);
        String jwt = allowed.context().orElseThrow().path("jwt").toString();
        assertThat(jwt)
                .contains("\"iss\":\"" + provider.issuer() + "\"")
                .contains("\"aud\":\"web\"")
                .contains("\"exp\":\"" + TestApi.NOW.plusSeconds(60).getEpochSecond() + "\"")
                .contains("\"groups\":\"[a,b c]\"")
                .contains("\"admin\":\"true\"")
                .contains("\"level\":\"7\"")
                .endsWith("\"scopes\":null}");
    }

    @Test
    void tellsTheClaimsWithoutTheirKindInPayload1() throws Exception {
        TestApi api = api(PayloadVersion.V1, provider.issuer());
        Authorization.Allowed allowed = (Authorization.Allowed) ask(api, good());
        assertThat(allowed.context().orElseThrow().path("claims").path("sub").textValue())
                .isEqualTo("me");
    }

    @Test
    void takesTheBareToken() throws Exception {
        assertThat(TestApi.text(api().ask(AuthorizeSettings.DEFAULT, clock, "authorization", good())))
                .startsWith("allowed");
    }

    @Test
    void takesEverySignatureOfAPrivateKey() throws Exception {
        JWTClaimsSet claims = Tokens.claims(provider.issuer()).build();
        for (Map.Entry<JWSAlgorithm, JWK> entry : Map.<JWSAlgorithm, JWK>of(
                        JWSAlgorithm.RS384, key,
                        JWSAlgorithm.RS512, key,
                        JWSAlgorithm.ES256, Tokens.ecKey("e256", Curve.P_256),
                        JWSAlgorithm.ES384, Tokens.ecKey("e384", Curve.P_384),
                        JWSAlgorithm.ES512, Tokens.ecKey("e512", Curve.P_521))
                .entrySet()) {
            provider.rotate(entry.getValue().toPublicJWK());
            assertThat(TestApi.text(ask(api(), Tokens.signed(entry.getValue(), entry.getKey(), claims))))
                    .as(entry.getKey().getName())
                    .startsWith("allowed");
        }
    }

    @Test
    void refusesWhatIsNotSignedByAPrivateKey() throws Exception {
        JWTClaimsSet claims = Tokens.claims(provider.issuer()).build();
        SignedJWT shared = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims);
        shared.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        assertThat(TestApi.reason(ask(api(), shared.serialize()))).contains("signed by HS256");
        assertThat(TestApi.reason(ask(api(), new PlainJWT(claims).serialize()))).contains("no signed JWT");
        assertThat(TestApi.text(ask(api(), "nonsense"))).isEqualTo("UNAUTHORIZED");
        assertThat(provider.readings()).isZero();
    }

    @Test
    void refusesAForeignSignature() throws Exception {
        RSAKey other = Tokens.rsaKey("k1");
        String token = Tokens.signed(
                other, JWSAlgorithm.RS256, Tokens.claims(provider.issuer()).build());
        assertThat(TestApi.reason(ask(api(), token))).isEqualTo("Login: the signature of the token is wrong");
    }

    @Test
    void refusesClaimsThatWereChanged() throws Exception {
        String[] one = good().split("\\.");
        String[] other = Tokens.signed(
                        key,
                        JWSAlgorithm.RS256,
                        Tokens.claims(provider.issuer()).subject("you").build())
                .split("\\.");
        assertThat(TestApi.reason(ask(api(), one[0] + "." + other[1] + "." + one[2])))
                .isEqualTo("Login: the signature of the token is wrong");
    }

    @Test
    void refusesATokenWithoutAKeyId() throws Exception {
        RSAKey nameless = new RSAKey.Builder(key).keyID(null).build();
        String token = Tokens.signed(
                nameless, JWSAlgorithm.RS256, Tokens.claims(provider.issuer()).build());
        assertThat(TestApi.reason(ask(api(), token))).contains("(kid)");
    }

    @Test
    void refusesAnotherIssuer() throws Exception {
        assertRefused(Tokens.claims("https://elsewhere.example"), "the issuer https://elsewhere.example, not of");
    }

    @Test
    void takesTheClientWhereThereIsNoAudience() throws Exception {
        JWTClaimsSet.Builder claims = Tokens.claims(provider.issuer()).audience((String) null);
        String token = Tokens.signed(
                key, JWSAlgorithm.RS256, claims.claim("client_id", "app").build());
        assertThat(TestApi.text(ask(api(), token))).startsWith("allowed");
    }

    @Test
    void refusesAnotherAudience() throws Exception {
        assertRefused(
                Tokens.claims(provider.issuer()).audience("other").claim("client_id", "app"),
                "for [other] (aud or client_id), not for [web, app]");
        assertRefused(Tokens.claims(provider.issuer()).audience((String) null), "for []");
    }

    @Test
    void refusesATokenWhoseTimeIsNotNow() throws Exception {
        Date before = Date.from(TestApi.NOW.minusSeconds(1));
        Date after = Date.from(TestApi.NOW.plusSeconds(1));
        assertRefused(Tokens.claims(provider.issuer()).expirationTime(before), "expired at 2026-11-21T10:31:06Z");
        assertRefused(Tokens.claims(provider.issuer()).expirationTime(null), "(exp)");
        assertRefused(Tokens.claims(provider.issuer()).notBeforeTime(after), "counts from 2026-11-21T10:31:08Z");
        assertRefused(Tokens.claims(provider.issuer()).issueTime(after), "was issued at 2026-11-21T10:31:08Z");
    }

    @Test
    void refusesARequestWithoutAToken() {
        Authorization authorization = api().ask(AuthorizeSettings.DEFAULT, clock);
        assertThat(TestApi.text(authorization)).isEqualTo("UNAUTHORIZED");
        assertThat(TestApi.reason(authorization)).isEqualTo("Login: the request has no header Authorization");
    }

    @Test
    void asksForOneOfTheScopesOfTheRoute() throws Exception {
        String token = Tokens.signed(
                key,
                JWSAlgorithm.RS256,
                Tokens.claims(provider.issuer()).claim("scope", "read list").build());
        String listed = Tokens.signed(
                key,
                JWSAlgorithm.RS256,
                Tokens.claims(provider.issuer()).claim("scp", List.of("read")).build());
        assertThat(TestApi.text(ask(api("write", "list"), token))).contains("\"scopes\":[\"read\",\"list\"]");
        assertThat(TestApi.text(ask(api("read"), listed))).contains("\"scopes\":[\"read\"]");
        assertThat(ask(api("write"), token)).isInstanceOfSatisfying(Authorization.Refused.class, refused -> {
            assertThat(refused.error()).isEqualTo(GatewayError.ACCESS_DENIED);
            assertThat(refused.headers())
                    .containsExactly(new Header(
                            "WWW-Authenticate",
                            "Bearer scope=\"write\" error=\"insufficient_scope\" error_description=\"the token has the"
                                    + " scopes [read, list], none of [write]\""));
        });
        assertThat(TestApi.text(ask(api("write"), good()))).isEqualTo("ACCESS_DENIED");
        assertThat(TestApi.reason(ask(api("write"), token)))
                .isEqualTo("Login: the token has the scopes [read, list], none of [write]");
    }

    @Test
    void readsTheKeysOnceAndAgainForANewKeyAtMostEveryFiveSeconds() throws Exception {
        TestApi api = api();
        Authorizers authorizers = api.authorizers(AuthorizeSettings.DEFAULT, TestApi.NO_CALLS, clock);
        RSAKey fresh = Tokens.rsaKey("k2");
        JWTClaimsSet claims = Tokens.claims(provider.issuer())
                .expirationTime(Date.from(TestApi.NOW.plus(Duration.ofDays(1))))
                .build();
        String old = Tokens.signed(key, JWSAlgorithm.RS256, claims);
        String next = Tokens.signed(fresh, JWSAlgorithm.RS256, claims);
        assertThat(ask(authorizers, api, old)).startsWith("allowed");
        assertThat(ask(authorizers, api, old)).startsWith("allowed");
        assertThat(provider.readings()).isEqualTo(1);

        assertThat(ask(authorizers, api, next)).isEqualTo("UNAUTHORIZED");
        provider.rotate(fresh, key);
        assertThat(ask(authorizers, api, next)).isEqualTo("UNAUTHORIZED");
        assertThat(provider.readings()).isEqualTo(1);
        clock.pause(Duration.ofSeconds(5));
        assertThat(ask(authorizers, api, next)).startsWith("allowed");
        assertThat(provider.readings()).isEqualTo(2);

        provider.rotate(fresh);
        assertThat(ask(authorizers, api, old)).startsWith("allowed");
        clock.pause(Duration.ofHours(2));
        assertThat(ask(authorizers, api, old)).isEqualTo("UNAUTHORIZED");
        assertThat(provider.readings()).isEqualTo(3);
    }

    private static String ask(Authorizers authorizers, TestApi api, String token) {
        return TestApi.text(authorizers.authorize(TestApi.request("Authorization", token), api.match()));
    }

    @Test
    void staysClosedAndSaysWhyWhenTheProviderCannotBeReached() throws Exception {
        String token = good();
        TestApi api = api();
        provider.answerWith(503);
        Authorization failing = ask(api, token);
        assertThat(TestApi.text(failing)).isEqualTo("UNAUTHORIZED");
        assertThat(TestApi.reason(failing))
                .contains(provider.issuer() + "/.well-known/openid-configuration answers 503");
        provider.close();
        assertThat(TestApi.reason(ask(api, token))).contains("cannot be read (ConnectException");
        assertThat(TestApi.reason(ask(api(PayloadVersion.V2, "not a url"), token)))
                .contains("the configuration of not a url cannot be read");
    }

    @Test
    void staysClosedWhenTheProviderDoesNotTellItsKeys() throws Exception {
        assertThat(TestApi.reason(ask(api(PayloadVersion.V2, provider.address() + "/silent"), good())))
                .contains("names no jwks_uri");
        AuthorizeSettings odd = with(new JwksSource("Login", URI.create(provider.address() + "/odd/keys")));
        assertThat(TestApi.reason(api().ask(odd, clock, "Authorization", good())))
                .contains("no JSON Web Key Set");
    }

    @Test
    void takesKeysOfAFileInsteadOfTheIssuer(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.json");
        Files.writeString(file, new JWKSet(key.toPublicJWK()).toString());
        String issuer = "https://login.invalid/";
        String token =
                Tokens.signed(key, JWSAlgorithm.RS256, Tokens.claims(issuer).build());
        TestApi api = api(PayloadVersion.V2, issuer);
        for (String name : List.of("Login", issuer)) {
            AuthorizeSettings settings = with(new JwksSource(name, file.toUri()));
            assertThat(TestApi.text(api.ask(settings, clock, "Authorization", token)))
                    .startsWith("allowed");
        }
        AuthorizeSettings absent =
                with(new JwksSource("Login", folder.resolve("none.json").toUri()));
        assertThat(TestApi.reason(api.ask(absent, clock, "Authorization", token)))
                .contains("cannot be read (FileNotFoundException");
    }

    @Test
    void letsEverybodyPassInTheWayOfSamCli() {
        AuthorizeSettings settings =
                new AuthorizeSettings(Compatibility.SAM_CLI, Set.of(), false, List.of(), List.of(), false, "us-east-1");
        assertThat(TestApi.text(api().ask(settings, clock))).isEqualTo("allowed");
    }
}
