package io.github.sammaven.core.local.apigateway.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.IdentitySource;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.proxy.ApiIdentity;
import io.github.sammaven.core.local.apigateway.proxy.ProxyEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Authorizer functions get the events of the gateway, and their policies are about the ARNs in them. */
class GatewayEventsTest {

    @ParameterizedTest(name = "{0} {1}: {3} is {4}")
    @CsvSource({
        "REST, V1, true, arn:aws:execute-api:eu-central-1:123456789012:shop/Prod/GET/items/7, true",
        "REST, V1, false, arn:aws:execute-api:eu-central-1:123456789012:shop/Prod/GET/items/7, true",
        "REST, V1, false, arn:aws:execute-api:eu-central-1:123456789012:shop/Prod/GET/items/8, false",
        "HTTP, V1, false, arn:aws:execute-api:eu-central-1:123456789012:shop/Prod/GET/items/7, true",
        "HTTP, V2, false, arn:aws:execute-api:eu-central-1:123456789012:shop/Prod/GET/items/7, true",
        "HTTP, V2, false, arn:aws:execute-api:us-east-1:123456789012:shop/Prod/GET/items/7, false",
    })
    void decidesByTheArnThatTheFunctionGot(
            ApiKind kind, PayloadVersion version, boolean tokenOnly, String resource, boolean allowed) {
        Authorizer.Lambda guard = new Authorizer.Lambda(
                "Guard",
                "GuardFunction",
                tokenOnly,
                List.of(new IdentitySource(IdentitySource.Place.HEADER, "Authorization")),
                Optional.empty(),
                Duration.ZERO,
                version,
                false);
        TestApi api = TestApi.with(kind, version, guard);
        ProxyEvents events = new ProxyEvents(
                api.api(),
                ApiIdentity.of(api.api(), Compatibility.AWS, "eu-central-1", "123456789012"),
                Compatibility.AWS);
        List<String> got = new ArrayList<>();
        Authorizers authorizers = Authorizers.of(
                api.api(),
                AuthorizeSettings.DEFAULT,
                (function, event) -> {
                    got.add(new String(event, StandardCharsets.UTF_8));
                    return Optional.of(LambdaRowsTest.result(
                            "{\"principalId\":\"me\",\"policyDocument\":{\"Statement\":{\"Effect\":\"Allow\","
                                    + "\"Action\":\"execute-api:Invoke\",\"Resource\":\"" + resource + "\"}}}"));
                },
                events,
                InstantSource.fixed(TestApi.NOW));

        String answer = TestApi.text(authorizers.authorize(TestApi.request("Authorization", "t"), api.match()));

        assertThat(answer.startsWith("allowed")).as(answer).isEqualTo(allowed);
        assertThat(got).singleElement().satisfies(event -> assertThat(event)
                .contains(version == PayloadVersion.V2 ? "\"routeArn\":\"" : "\"methodArn\":\"")
                .contains("arn:aws:execute-api:eu-central-1:123456789012:shop/Prod/GET/items/7")
                .contains(tokenOnly ? "\"type\":\"TOKEN\"" : "\"type\":\"REQUEST\""));
    }
}
