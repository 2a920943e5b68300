package io.github.sammaven.core.local.apigateway.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.authorize.lambda.FunctionCalls;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.IdentitySource;
import io.github.sammaven.core.local.apigateway.model.IdentitySource.Place;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.report.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How often authorizer functions are asked. */
class AnswerCacheTest {

    private static final String ALLOW_SEVEN = "{\"principalId\":\"me\",\"policyDocument\":{\"Statement\":{"
            + "\"Effect\":\"Allow\",\"Action\":\"execute-api:Invoke\",\"Resource\":\"*/items/7\"}}}";
    private static final AuthorizeSettings SAM_CLI =
            new AuthorizeSettings(Compatibility.SAM_CLI, Set.of(), false, List.of(), List.of(), false, "us-east-1");

    private final VirtualTime clock = new VirtualTime(TestApi.NOW);
    private final List<String> asked = new ArrayList<>();

    private static TestApi api(Duration timeToLive, IdentitySource... sources) {
        return TestApi.with(
                ApiKind.REST,
                PayloadVersion.V1,
                new Authorizer.Lambda(
                        "Guard",
                        "GuardFunction",
                        false,
                        List.of(sources),
                        Optional.empty(),
                        timeToLive,
                        PayloadVersion.V1,
                        false));
    }

    private static TestApi api(Duration timeToLive) {
        return api(timeToLive, new IdentitySource(Place.HEADER, "Authorization"));
    }

    private FunctionCalls answering(String answer) {
        return (function, event) -> {
            asked.add(new String(event, StandardCharsets.UTF_8));
            return Optional.of(LambdaRowsTest.result(answer));
        };
    }

    private static String ask(Authorizers authorizers, TestApi api, String path, String query, String token) {
        return TestApi.text(authorizers.authorize(TestApi.requestTo(path, query, "Authorization", token), api.match()));
    }

    private static String ask(Authorizers authorizers, TestApi api, String token) {
        return ask(authorizers, api, "/items/7", "", token);
    }

    @Test
    void asksOnceForOneIdentityUntilItsTimeIsOver() {
        TestApi api = api(Duration.ofSeconds(300));
        Authorizers authorizers = api.authorizers(AuthorizeSettings.DEFAULT, answering(ALLOW_SEVEN), clock);
        ask(authorizers, api, "a");
        ask(authorizers, api, "a");
        clock.pause(Duration.ofSeconds(299));
        ask(authorizers, api, "a");
        assertThat(asked).containsExactly("a");
        clock.pause(Duration.ofSeconds(1));
        assertThat(ask(authorizers, api, "a")).startsWith("allowed");
        assertThat(asked).containsExactly("a", "a");
    }

    @Test
    void asksForEachIdentity() {
        TestApi api = api(
                Duration.ofSeconds(300),
                new IdentitySource(Place.HEADER, "Authorization"),
                new IdentitySource(Place.QUERY_STRING, "shop"),
                new IdentitySource(Place.STAGE_VARIABLE, "tier"),
                new IdentitySource(Place.CONTEXT, "identity.sourceIp"));
        Authorizers authorizers = api.authorizers(AuthorizeSettings.DEFAULT, answering(ALLOW_SEVEN), clock);
        ask(authorizers, api, "/items/7", "shop=x%20y", "a");
        ask(authorizers, api, "/items/7", "shop=z", "a");
        ask(authorizers, api, "/items/7", "other=1&shop=z", "a");
        assertThat(asked).containsExactly("a|x y|gold|127.0.0.1", "a|z|gold|127.0.0.1");
        assertThat(ask(authorizers, api, "/items/7", "other=z", "a")).isEqualTo("UNAUTHORIZED");
    }

    @Test
    void appliesOneAnswerToEachResource() {
        TestApi api = api(Duration.ofSeconds(300));
        Authorizers authorizers = api.authorizers(AuthorizeSettings.DEFAULT, answering(ALLOW_SEVEN), clock);
        assertThat(ask(authorizers, api, "/items/7", "", "a")).startsWith("allowed");
        assertThat(ask(authorizers, api, "/items/8", "", "a")).isEqualTo("ACCESS_DENIED");
        assertThat(asked).containsExactly("a");
    }

    @Test
    void asksEachTimeWithoutTimeToLive() {
        TestApi api = api(Duration.ZERO);
        Authorizers authorizers = api.authorizers(AuthorizeSettings.DEFAULT, answering(ALLOW_SEVEN), clock);
        ask(authorizers, api, "a");
        ask(authorizers, api, "a");
        assertThat(asked).hasSize(2);
    }

    @Test
    void asksEachTimeInTheWayOfSamCli() {
        TestApi api = api(Duration.ofSeconds(300));
        Authorizers authorizers = api.authorizers(SAM_CLI, answering(ALLOW_SEVEN), clock);
        ask(authorizers, api, "a");
        ask(authorizers, api, "a");
        assertThat(asked).hasSize(2);
    }

    @Test
    void asksAgainAfterAFailure() {
        TestApi api = api(Duration.ofSeconds(300));
        Authorizers authorizers = api.authorizers(AuthorizeSettings.DEFAULT, answering("!{}"), clock);
        assertThat(ask(authorizers, api, "a")).isEqualTo("AUTHORIZER_FAILURE");
        assertThat(ask(authorizers, api, "a")).isEqualTo("AUTHORIZER_FAILURE");
        assertThat(asked).hasSize(2);
    }

    @Test
    void asksAgainWhenAnswersAreForgotten() {
        TestApi api = api(Duration.ofSeconds(300));
        Authorizers authorizers = api.authorizers(AuthorizeSettings.DEFAULT, answering(ALLOW_SEVEN), clock);
        ask(authorizers, api, "a");
        authorizers.forget();
        ask(authorizers, api, "a");
        assertThat(asked).hasSize(2);
    }

    @Test
    void keepsOnlyTheLastIdentities() {
        TestApi api = api(Duration.ofSeconds(300));
        Authorizers authorizers = api.authorizers(AuthorizeSettings.DEFAULT, answering(ALLOW_SEVEN), clock);
        for (int i = 0; i <= 10_000; i++) {
            ask(authorizers, api, "t" + i);
        }
        asked.clear();
        ask(authorizers, api, "t10000");
        assertThat(asked).isEmpty();
        ask(authorizers, api, "t0");
        assertThat(asked).containsExactly("t0");
    }

    @Test
    void sharesOneCallAmongThoseWhoAskForTheSameAtATime() throws Exception {
        TestApi api = api(Duration.ofSeconds(300));
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        Authorizers authorizers = api.authorizers(
                AuthorizeSettings.DEFAULT,
                (function, event) -> {
                    calls.incrementAndGet();
                    called.countDown();
                    await(answer);
                    return Optional.of(LambdaRowsTest.result(ALLOW_SEVEN));
                },
                clock);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> answers = new ArrayList<>();
            answers.add(threads.submit(() -> ask(authorizers, api, "a")));
            await(called);
            CountDownLatch under = new CountDownLatch(7);
            for (int i = 0; i < 7; i++) {
                answers.add(threads.submit(() -> {
                    under.countDown();
                    return ask(authorizers, api, "a");
                }));
            }
            await(under);
            answer.countDown();
            for (Future<String> one : answers) {
                assertThat(one.get(10, TimeUnit.SECONDS)).startsWith("allowed");
            }
            assertThat(calls).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
