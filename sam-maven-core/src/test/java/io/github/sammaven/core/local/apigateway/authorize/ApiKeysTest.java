package io.github.sammaven.core.local.apigateway.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.IdentitySource;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.UsagePlan;
import io.github.sammaven.core.local.apigateway.model.UsagePlan.ApiKey;
import io.github.sammaven.core.report.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** API keys and usage plans of REST APIs. */
class ApiKeysTest {

    private static final Authorizer.Lambda GUARD = new Authorizer.Lambda(
            "Guard",
            "GuardFunction",
            false,
            List.of(new IdentitySource(IdentitySource.Place.HEADER, "Authorization")),
            Optional.empty(),
            Duration.ZERO,
            PayloadVersion.V1,
            false);

    private final VirtualTime clock = new VirtualTime(TestApi.NOW);

    private static TestApi api(Optional<Authorizer> authorizer, String source, UsagePlan... plans) {
        return TestApi.of(
                ApiKind.REST,
                PayloadVersion.V1,
                new Access(authorizer, List.of(), true),
                List.of(plans),
                new LocalApi.Selection(Optional.empty(), source));
    }

    private static UsagePlan plan(Optional<UsagePlan.Throttle> throttle, Optional<UsagePlan.Quota> quota) {
        return new UsagePlan(
                "Basic",
                List.of(
                        new ApiKey("ShopKey", Optional.of("value-of-the-shop-key"), true),
                        new ApiKey("OldKey", Optional.of("value-of-the-old-key"), false),
                        new ApiKey("MadeKey", Optional.empty(), true)),
                throttle,
                quota);
    }

    private static TestApi api(Optional<UsagePlan.Throttle> throttle, Optional<UsagePlan.Quota> quota) {
        return api(Optional.empty(), "HEADER", plan(throttle, quota));
    }

    private static Authorization ask(Authorizers authorizers, TestApi api, String key) {
        return authorizers.authorize(TestApi.request("X-API-Key", key), api.match());
    }

    private Authorizers open(TestApi api) {
        return api.authorizers(AuthorizeSettings.DEFAULT, TestApi.NO_CALLS, clock);
    }

    @Test
    void tellsTheKeyWhenItIsOfAPlan() {
        TestApi api = api(Optional.empty(), Optional.empty());
        assertThat(TestApi.text(ask(open(api), api, "value-of-the-shop-key")))
                .isEqualTo("allowed as {\"apiKey\":\"value-of-the-shop-key\",\"apiKeyId\":\"ShopKey\"}");
        assertThat(TestApi.text(ask(open(api), api, "MadeKey"))).startsWith("allowed");
    }

    @Test
    void refusesAKeyThatIsMissingOrWrongOrNotEnabled() {
        TestApi api = api(Optional.empty(), Optional.empty());
        Authorization missing = api.ask(AuthorizeSettings.DEFAULT, clock);
        assertThat(TestApi.text(missing)).isEqualTo("INVALID_API_KEY");
        assertThat(TestApi.reason(missing))
                .isEqualTo("the request has no API key; keys without a value in the template are called by their"
                        + " logical ids: MadeKey");
        Authorization wrong = ask(open(api), api, "guess");
        assertThat(TestApi.text(wrong)).isEqualTo("INVALID_API_KEY");
        assertThat(TestApi.reason(wrong)).startsWith("no usage plan of the API has this API key");
        Authorization disabled = ask(open(api), api, "value-of-the-old-key");
        assertThat(TestApi.text(disabled)).isEqualTo("INVALID_API_KEY");
        assertThat(TestApi.reason(disabled)).isEqualTo("the API key OldKey is not enabled");
    }

    @Test
    void refusesEverybodyWhereNoPlanIsOfTheApi() {
        TestApi api = api(Optional.empty(), "HEADER");
        assertThat(TestApi.reason(ask(open(api), api, "value-of-the-shop-key")))
                .isEqualTo("no usage plan of the API has this API key");
    }

    @Test
    void throttlesEachKeyAsItsPlanSays() {
        TestApi api = api(Optional.of(new UsagePlan.Throttle(2, 3)), Optional.empty());
        Authorizers authorizers = open(api);
        for (int i = 0; i < 3; i++) {
            assertThat(TestApi.text(ask(authorizers, api, "MadeKey"))).startsWith("allowed");
        }
        Authorization fourth = ask(authorizers, api, "MadeKey");
        assertThat(TestApi.text(fourth)).isEqualTo("THROTTLED");
        assertThat(TestApi.reason(fourth)).isEqualTo("MadeKey calls more often than Basic allows");
        assertThat(TestApi.text(ask(authorizers, api, "value-of-the-shop-key"))).startsWith("allowed");
        clock.pause(Duration.ofMillis(500));
        assertThat(TestApi.text(ask(authorizers, api, "MadeKey"))).startsWith("allowed");
        assertThat(TestApi.text(ask(authorizers, api, "MadeKey"))).isEqualTo("THROTTLED");
        clock.pause(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            assertThat(TestApi.text(ask(authorizers, api, "MadeKey"))).startsWith("allowed");
        }
        assertThat(TestApi.text(ask(authorizers, api, "MadeKey"))).isEqualTo("THROTTLED");
    }

    @Test
    void countsTheQuotaOfThePeriod() {
        assertQuotaEnds("DAY", Duration.ofHours(13), Duration.ofHours(1));
        assertQuotaEnds("WEEK", Duration.ofHours(13), Duration.ofHours(1));
        assertQuotaEnds("MONTH", Duration.ofDays(9), Duration.ofDays(1));
    }

    /** It is Saturday, 21 November 2026, 10:31. */
    private static void assertQuotaEnds(String period, Duration within, Duration beyond) {
        VirtualTime clock = new VirtualTime(TestApi.NOW);
        TestApi api = api(Optional.empty(), Optional.of(new UsagePlan.Quota(1, period)));
        Authorizers authorizers = api.authorizers(AuthorizeSettings.DEFAULT, TestApi.NO_CALLS, clock);
        assertThat(TestApi.text(ask(authorizers, api, "MadeKey"))).as(period).startsWith("allowed");
        clock.pause(within);
        Authorization second = ask(authorizers, api, "MadeKey");
        assertThat(TestApi.text(second)).as(period).isEqualTo("QUOTA_EXCEEDED");
        assertThat(TestApi.reason(second)).isEqualTo("MadeKey has used up the quota of Basic");
        clock.pause(beyond);
        assertThat(TestApi.text(ask(authorizers, api, "MadeKey"))).as(period).startsWith("allowed");
    }

    private Authorization askGuard(String source, String answer, AuthorizeSettings settings) {
        TestApi api = api(Optional.of(GUARD), source, plan(Optional.empty(), Optional.empty()));
        return api.authorizers(settings, (function, event) -> Optional.of(LambdaRowsTest.result(answer)), clock)
                .authorize(TestApi.request("Authorization", "t", "x-api-key", "MadeKey"), api.match());
    }

    private static String answer(String effect, String more) {
        return "{\"principalId\":\"me\"" + more + ",\"policyDocument\":{\"Statement\":{\"Effect\":\"" + effect
                + "\",\"Action\":\"*\",\"Resource\":\"*\"}}}";
    }

    @Test
    void takesTheKeyThatTheAuthorizerGivesWhereThatIsTheSource() {
        String key = ",\"usageIdentifierKey\":\"value-of-the-shop-key\"";
        assertThat(TestApi.text(askGuard("AUTHORIZER", answer("Allow", key), AuthorizeSettings.DEFAULT)))
                .isEqualTo("allowed {\"principalId\":\"me\"} as"
                        + " {\"apiKey\":\"value-of-the-shop-key\",\"apiKeyId\":\"ShopKey\"}");
        assertThat(TestApi.text(askGuard("HEADER", answer("Allow", key), AuthorizeSettings.DEFAULT)))
                .contains("\"apiKeyId\":\"MadeKey\"");
        assertThat(TestApi.text(askGuard("AUTHORIZER", answer("Allow", ""), AuthorizeSettings.DEFAULT)))
                .isEqualTo("INVALID_API_KEY");
    }

    @Test
    void asksTheAuthorizerFirst() {
        assertThat(TestApi.text(askGuard("HEADER", answer("Deny", ""), AuthorizeSettings.DEFAULT)))
                .isEqualTo("ACCESS_DENIED");
    }

    @Test
    void asksForNoKeyOfAnAuthorizerThatIsOpen() {
        AuthorizeSettings disabled =
                new AuthorizeSettings(Compatibility.AWS, Set.of(), true, List.of(), List.of(), false, "us-east-1");
        assertThat(TestApi.text(askGuard("AUTHORIZER", "", disabled))).isEqualTo("allowed");
        assertThat(TestApi.text(askGuard("HEADER", "", disabled))).contains("\"apiKeyId\":\"MadeKey\"");
    }

    @Test
    void asksForNoKeyInTheWayOfSamCli() {
        AuthorizeSettings samCli =
                new AuthorizeSettings(Compatibility.SAM_CLI, Set.of(), false, List.of(), List.of(), false, "us-east-1");
        assertThat(TestApi.text(api(Optional.empty(), Optional.empty()).ask(samCli, clock)))
                .isEqualTo("allowed");
    }

    @Test
    void staysClosedForAnAuthorizerThatIsNotKnown() {
        TestApi api = TestApi.with(ApiKind.REST, PayloadVersion.V1, new Authorizer.Unknown("Custom", "x-my-company"));
        Authorization closed = api.ask(AuthorizeSettings.DEFAULT, clock);
        assertThat(TestApi.text(closed)).isEqualTo("AUTHORIZER_CONFIGURATION_ERROR");
        assertThat(TestApi.reason(closed))
                .isEqualTo("the authorizer Custom (x-my-company) has no counterpart here, so its routes are closed;"
                        + " open it by its name to let everybody pass");
        AuthorizeSettings open = new AuthorizeSettings(
                Compatibility.AWS, Set.of("Custom"), false, List.of(), List.of(), false, "us-east-1");
        assertThat(TestApi.text(api.ask(open, clock))).isEqualTo("allowed");
    }
}
