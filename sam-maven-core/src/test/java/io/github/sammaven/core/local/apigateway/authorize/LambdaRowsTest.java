package io.github.sammaven.core.local.apigateway.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.authorize.lambda.FunctionCalls;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.IdentitySource;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.invoke.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lambda authorizers, line by line, as AWS and as SAM CLI answer. */
class LambdaRowsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(TestApi.NOW);
    private static final String ARN = "arn:aws:execute-api:eu-central-1:123456789012:shop/Prod/GET/items/7";

    /** One kind of authorizer. */
    private enum Kind {
        TOKEN(ApiKind.REST, PayloadVersion.V1, true, false),
        REQUEST(ApiKind.REST, PayloadVersion.V1, false, false),
        HTTP_1(ApiKind.HTTP, PayloadVersion.V1, false, false),
        HTTP_2(ApiKind.HTTP, PayloadVersion.V2, false, false),
        SIMPLE(ApiKind.HTTP, PayloadVersion.V2, false, true);

        final ApiKind api;
        final PayloadVersion version;
        final boolean token;
        final boolean simple;

        Kind(ApiKind api, PayloadVersion version, boolean token, boolean simple) {
            this.api = api;
            this.version = version;
            this.token = token;
            this.simple = simple;
        }
    }

    /** @param answer of the function; {@code !} in front if it failed, empty text if it is not served */
    record Row(String line, Kind kind, String token, String answer, String aws, String samCli) {

        static Row same(String line, Kind kind, String token, String answer, String both) {
            return new Row(line, kind, token, answer, both, both);
        }

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Row> rows() {
        String allow = policy("Allow", "execute-api:Invoke", ARN, "");
        return Stream.of(
                Row.same(
                        "A token that the policy allows passes with the principal",
                        Kind.TOKEN,
                        "t-1",
                        allow,
                        "allowed {\"principalId\":\"me\"}"),
                Row.same("No token: 401, and no call", Kind.TOKEN, null, "!must not be called", "UNAUTHORIZED"),
                Row.same("An empty token: 401, and no call", Kind.TOKEN, "", "!must not be called", "UNAUTHORIZED"),
                Row.same("A token of another form: 401", Kind.TOKEN, "x-1", "!must not be called", "UNAUTHORIZED"),
                new Row(
                        "The form is that of the whole token; SAM CLI looks at its start",
                        Kind.TOKEN,
                        "t-1 more",
                        allow,
                        "UNAUTHORIZED",
                        "allowed {\"principalId\":\"me\"}"),
                Row.same("No identity source of a request: 401", Kind.REQUEST, null, "!", "UNAUTHORIZED"),
                Row.same(
                        "Deny: 403",
                        Kind.REQUEST,
                        "t-1",
                        policy("Deny", "execute-api:Invoke", "*", ""),
                        "ACCESS_DENIED"),
                Row.same(
                        "Another resource is not allowed: 403",
                        Kind.REQUEST,
                        "t-1",
                        policy("Allow", "execute-api:Invoke", "arn:aws:execute-api:*:*:shop/Prod/POST/*", ""),
                        "ACCESS_DENIED"),
                Row.same(
                        "Wildcards of resources count",
                        Kind.REQUEST,
                        "t-1",
                        policy("Allow", "execute-api:Invoke", "arn:aws:execute-api:*:*:*/Prod/?ET/items/*", ""),
                        "allowed {\"principalId\":\"me\"}"),
                new Row(
                        "An explicit Deny wins; SAM CLI does not look at it",
                        Kind.REQUEST,
                        "t-1",
                        two("Deny"),
                        "ACCESS_DENIED",
                        "allowed {\"principalId\":\"me\"}"),
                new Row(
                        "execute-api:* counts; SAM CLI wants the exact action",
                        Kind.REQUEST,
                        "t-1",
                        policy("Allow", "execute-api:*", "*", ""),
                        "allowed {\"principalId\":\"me\"}",
                        "ACCESS_DENIED"),
                new Row(
                        "The action * counts; SAM CLI wants the exact action",
                        Kind.REQUEST,
                        "t-1",
                        policy("Allow", "*", "*", ""),
                        "allowed {\"principalId\":\"me\"}",
                        "ACCESS_DENIED"),
                new Row(
                        "Context values are text in REST APIs; SAM CLI keeps them",
                        Kind.REQUEST,
                        "t-1",
                        policy("Allow", "execute-api:Invoke", "*", ",\"context\":{\"n\":7,\"b\":true,\"s\":\"x\"}"),
                        "allowed {\"n\":\"7\",\"b\":\"true\",\"s\":\"x\",\"principalId\":\"me\"}",
                        "allowed {\"n\":7,\"b\":true,\"s\":\"x\",\"principalId\":\"me\"}"),
                new Row(
                        "An object in the context makes no sense in REST APIs; SAM CLI keeps it",
                        Kind.REQUEST,
                        "t-1",
                        policy("Allow", "execute-api:Invoke", "*", ",\"context\":{\"o\":{}}"),
                        "AUTHORIZER_CONFIGURATION_ERROR",
                        "allowed {\"o\":{},\"principalId\":\"me\"}"),
                Row.same(
                        "Payload 2.0 keeps the types of context values, below lambda",
                        Kind.HTTP_2,
                        "t-1",
                        policy("Allow", "execute-api:Invoke", "*", ",\"context\":{\"n\":7,\"l\":[1]}"),
                        "allowed {\"lambda\":{\"n\":7,\"l\":[1],\"principalId\":\"me\"}}"),
                Row.same(
                        "Payload 1.0 of an HTTP API has them beside the principal",
                        Kind.HTTP_1,
                        "t-1",
                        policy("Allow", "execute-api:Invoke", "*", ",\"context\":{\"n\":7}"),
                        "allowed {\"n\":7,\"principalId\":\"me\"}"),
                Row.same(
                        "A simple answer allows",
                        Kind.SIMPLE,
                        "t-1",
                        "{\"isAuthorized\":true,\"context\":{\"n\":7}}",
                        "allowed {\"lambda\":{\"n\":7}}"),
                Row.same("A simple answer refuses", Kind.SIMPLE, "t-1", "{\"isAuthorized\":false}", "ACCESS_DENIED"),
                new Row(
                        "A simple answer must be true or false: 500; SAM CLI 502",
                        Kind.SIMPLE,
                        "t-1",
                        "{\"isAuthorized\":\"yes\"}",
                        "AUTHORIZER_CONFIGURATION_ERROR",
                        "INTEGRATION_FAILURE"),
                new Row(
                        "A policy is taken where simple answers are; SAM CLI wants isAuthorized",
                        Kind.SIMPLE,
                        "t-1",
                        allow,
                        "allowed {\"lambda\":{\"principalId\":\"me\"}}",
                        "INTEGRATION_FAILURE"),
                new Row(
                        "A simple answer where it is not enabled: 500; SAM CLI 502",
                        Kind.HTTP_2,
                        "t-1",
                        "{\"isAuthorized\":true}",
                        "AUTHORIZER_CONFIGURATION_ERROR",
                        "INTEGRATION_FAILURE"),
                malformed("No principalId", "{\"policyDocument\":{\"Statement\":[]}}"),
                malformed("A principalId that is no text", allow.replace("\"me\"", "7")),
                malformed("No policyDocument", "{\"principalId\":\"me\"}"),
                malformed("No statement", "{\"principalId\":\"me\",\"policyDocument\":{\"Statement\":[]}}"),
                malformed("An effect that is none", policy("allow", "execute-api:Invoke", "*", "")),
                malformed("An answer that is no object", "\"yes\""),
                malformed("An answer that is no JSON", "yes"),
                malformed("A context that is no object", policy("Allow", "*", "*", ",\"context\":7")),
                new Row(
                        "The error Unauthorized is 401; SAM CLI 502",
                        Kind.TOKEN,
                        "t-1",
                        "!{\"errorMessage\":\"Unauthorized\",\"errorType\":\"Error\"}",
                        "UNAUTHORIZED",
                        "INTEGRATION_FAILURE"),
                new Row(
                        "The error Unauthorized is 500 in HTTP APIs; SAM CLI 502",
                        Kind.HTTP_2,
                        "t-1",
                        "!{\"errorMessage\":\"Unauthorized\"}",
                        "AUTHORIZER_FAILURE",
                        "INTEGRATION_FAILURE"),
                new Row(
                        "Any other error is 500; SAM CLI 502",
                        Kind.TOKEN,
                        "t-1",
                        "!{\"errorMessage\":\"boom\"}",
                        "AUTHORIZER_FAILURE",
                        "INTEGRATION_FAILURE"),
                new Row(
                        "A function that is not served stays closed; SAM CLI lets everybody pass",
                        Kind.TOKEN,
                        "t-1",
                        "",
                        "AUTHORIZER_CONFIGURATION_ERROR",
                        "allowed"));
    }

    private static Row malformed(String what, String answer) {
        return new Row(
                what + ": 500; SAM CLI 502",
                Kind.REQUEST,
                "t-1",
                answer,
                "AUTHORIZER_CONFIGURATION_ERROR",
                "INTEGRATION_FAILURE");
    }

    private static String policy(String effect, String action, String resource, String more) {
        return "{\"principalId\":\"me\",\"policyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":["
                + "{\"Effect\":\"" + effect + "\",\"Action\":\"" + action + "\",\"Resource\":[\"" + resource + "\"]}]}"
                + more + "}";
    }

    private static String two(String second) {
        return "{\"principalId\":\"me\",\"policyDocument\":{\"Statement\":["
                + "{\"Effect\":\"Allow\",\"Action\":[\"execute-api:Invoke\"],\"Resource\":\"*\"},"
                + "{\"Effect\":\"" + second + "\",\"Action\":\"execute-api:Invoke\",\"Resource\":\"" + ARN + "\"}]}}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersAsAws(Row row) {
        assertThat(ask(row, Compatibility.AWS, Set.of(), false)).isEqualTo(row.aws());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersAsSamCli(Row row) {
        assertThat(ask(row, Compatibility.SAM_CLI, Set.of(), false)).isEqualTo(row.samCli());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void passesWhenAuthorizersAreDisabledOrOpened(Row row) {
        assertThat(ask(row, Compatibility.AWS, Set.of(), true)).isEqualTo("allowed");
        assertThat(ask(row, Compatibility.AWS, Set.of("Guard"), false)).isEqualTo("allowed");
        assertThat(ask(row, Compatibility.AWS, Set.of("Another"), false)).isEqualTo(row.aws());
    }

    private static String ask(Row row, Compatibility compatibility, Set<String> open, boolean disabled) {
        Kind kind = row.kind();
        Authorizer.Lambda authorizer = new Authorizer.Lambda(
                "Guard",
                "GuardFunction",
                kind.token,
                List.of(new IdentitySource(IdentitySource.Place.HEADER, "Authorization")),
                kind.token ? Optional.of("t-[0-9]+") : Optional.empty(),
                Duration.ZERO,
                kind.version,
                kind.simple);
        FunctionCalls calls = (function, event) -> {
            assertThat(function).isEqualTo("GuardFunction");
            assertThat(new String(event, StandardCharsets.UTF_8)).isEqualTo(row.token());
            assertThat(row.answer()).isNotEqualTo("!must not be called");
            return row.answer().isEmpty() ? Optional.empty() : Optional.of(result(row.answer()));
        };
        ApiRequest request = row.token() == null ? TestApi.request() : TestApi.request("authorization", row.token());
        TestApi api = TestApi.with(kind.api, kind.version, authorizer);
        AuthorizeSettings settings =
                new AuthorizeSettings(compatibility, open, disabled, List.of(), List.of(), false, "eu-central-1");
        return TestApi.text(api.authorizers(settings, calls, CLOCK).authorize(request, api.match()));
    }

    static InvocationResult result(String answer) {
        boolean failed = answer.startsWith("!");
        return new InvocationResult(
                "r",
                (failed ? answer.substring(1) : answer).getBytes(StandardCharsets.UTF_8),
                "application/json",
                false,
                failed ? Optional.of("Error") : Optional.empty(),
                new InvocationResult.Report(Optional.empty(), Duration.ofMillis(1), 128, OptionalInt.empty()),
                false);
    }
}
