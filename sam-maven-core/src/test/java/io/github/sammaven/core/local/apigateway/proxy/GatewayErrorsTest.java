package io.github.sammaven.core.local.apigateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.GatewayResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GatewayErrorsTest {

    private static final ApiRequest REQUEST = Requests.get("/items", "Host", "localhost:3000");

    private static GatewayErrors errors(LocalApi api, Compatibility compatibility) {
        return new GatewayErrors(api, ApiIdentity.of(api, compatibility, "eu-central-1", "1"), compatibility);
    }

    private static String shown(ApiResponse response) {
        return response.status() + " " + body(response);
    }

    private static String body(ApiResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private record Row(String line, GatewayError error, String rest, String http, String samCli) {

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "no such path, or method not allowed",
                        GatewayError.MISSING_AUTHENTICATION_TOKEN,
                        "403 {\"message\":\"Missing Authentication Token\"}",
                        "404 {\"message\":\"Not Found\"}",
                        "403 {\"message\":\"Missing Authentication Token\"}"),
                new Row(
                        "function missing from the template",
                        GatewayError.API_CONFIGURATION_ERROR,
                        "500 {\"message\": \"Internal server error\"}",
                        "500 {\"message\":\"Internal Server Error\"}",
                        "502 {\"message\":\"No function defined for resource method\"}"),
                new Row(
                        "malformed response",
                        GatewayError.INTEGRATION_FAILURE,
                        "502 {\"message\": \"Internal server error\"}",
                        "500 {\"message\":\"Internal Server Error\"}",
                        "502 {\"message\":\"Internal server error\"}"),
                new Row(
                        "timeout of the integration",
                        GatewayError.INTEGRATION_TIMEOUT,
                        "504 {\"message\": \"Endpoint request timed out\"}",
                        "503 {\"message\":\"Service Unavailable\"}",
                        "502 {\"message\":\"Internal server error\"}"),
                new Row(
                        "identity source is missing",
                        GatewayError.UNAUTHORIZED,
                        "401 {\"message\":\"Unauthorized\"}",
                        "401 {\"message\":\"Unauthorized\"}",
                        "401 {\"message\":\"Unauthorized\"}"),
                new Row(
                        "authorizer denies",
                        GatewayError.ACCESS_DENIED,
                        "403 {\"message\":\"User is not authorized to access this resource\"}",
                        "403 {\"message\":\"Forbidden\"}",
                        "403 {\"message\":\"User is not authorized to access this resource\"}"),
                new Row(
                        "malformed authorizer output",
                        GatewayError.AUTHORIZER_CONFIGURATION_ERROR,
                        "500 {\"message\":null}",
                        "500 {\"message\":\"Internal Server Error\"}",
                        "502 {\"message\":\"Internal server error\"}"),
                new Row(
                        "body over 10 MB",
                        GatewayError.REQUEST_TOO_LARGE,
                        "413 {\"message\":\"Request Too Long\"}",
                        "413 {\"message\":\"Request Entity Too Large\"}",
                        "413 {\"message\":\"Request Too Long\"}"));
    }

    @ParameterizedTest(name = "6.3: {0}")
    @MethodSource("rows")
    void errorIsAsTheSpecificationSays(Row row) {
        LocalApi rest = Requests.api(ApiKind.REST, "Prod", Map.of());
        LocalApi http = Requests.api(ApiKind.HTTP, "Prod", Map.of());
        assertThat(shown(errors(rest, Compatibility.AWS).of(row.error(), REQUEST)))
                .isEqualTo(row.rest());
        assertThat(shown(errors(http, Compatibility.AWS).of(row.error(), REQUEST)))
                .isEqualTo(row.http());
        assertThat(shown(errors(rest, Compatibility.SAM_CLI).of(row.error(), REQUEST)))
                .isEqualTo(row.samCli());
        assertThat(shown(errors(http, Compatibility.SAM_CLI).of(row.error(), REQUEST)))
                .isEqualTo(row.samCli());
    }

    @Test
    void headersNameTheErrorAndTheRequest() {
        LocalApi rest = Requests.api(ApiKind.REST, "Prod", Map.of());
        assertThat(errors(rest, Compatibility.AWS)
                        .of(GatewayError.MISSING_AUTHENTICATION_TOKEN, REQUEST)
                        .headers())
                .containsExactlyInAnyOrder(
                        new Header("Content-Type", "application/json"),
                        new Header("x-amzn-RequestId", Requests.ID),
                        new Header("x-amz-apigw-id", "YzZhZjlhYzY3YjY="),
                        new Header("x-amzn-ErrorType", "MissingAuthenticationTokenException"));
        LocalApi http = Requests.api(ApiKind.HTTP, "Prod", Map.of());
        assertThat(errors(http, Compatibility.AWS)
                        .of(GatewayError.UNAUTHORIZED, REQUEST)
                        .headers())
                .containsExactlyInAnyOrder(
                        new Header("Content-Type", "application/json"), new Header("Apigw-Requestid", Requests.ID));
        assertThat(errors(rest, Compatibility.SAM_CLI)
                        .of(GatewayError.UNAUTHORIZED, REQUEST)
                        .headers())
                .containsExactly(new Header("Content-Type", "application/json"));
    }

    @ParameterizedTest
    @EnumSource(GatewayError.class)
    void everyErrorHasAnAnswer(GatewayError error) {
        for (ApiKind kind : List.of(ApiKind.REST, ApiKind.HTTP)) {
            for (Compatibility compatibility : Compatibility.values()) {
                ApiResponse response = errors(Requests.api(kind, "Prod", Map.of()), compatibility)
                        .of(error, REQUEST);
                assertThat(response.status()).isBetween(400, 599);
                assertThat(body(response)).startsWith("{\"message\":");
            }
        }
    }

    @Test
    void otherMessageIsQuoted() {
        LocalApi api = Requests.api(ApiKind.REST, "Prod", Map.of());
        assertThat(body(errors(api, Compatibility.AWS)
                        .of(GatewayError.UNSUPPORTED, REQUEST, "Integration \"http\" has no counterpart")))
                .isEqualTo("{\"message\":\"Integration \\\"http\\\" has no counterpart\"}");
    }

    @Test
    void gatewayResponseReplacesStatusHeadersAndBody() {
        GatewayResponse own = new GatewayResponse(
                Optional.of(418),
                List.of(new Header("Access-Control-Allow-Origin", "*")),
                Map.of(
                        "application/json",
                        "{\"error\":$context.error.messageString,\"text\":\"$context.error.message.\","
                                + "\"type\":\"$context.error.responseType\",\"id\":\"$context.requestId\","
                                + "\"at\":\"${context.path}\",\"table\":\"$stageVariables.table\",\"no\":\"$context.none\"}"));
        LocalApi api = Requests.with(
                Requests.api(ApiKind.REST, "Prod", Map.of("table", "orders")), Map.of("UNAUTHORIZED", own));
        ApiResponse response = errors(api, Compatibility.AWS).of(GatewayError.UNAUTHORIZED, REQUEST);
        assertThat(shown(response))
                .isEqualTo("418 {\"error\":\"Unauthorized\",\"text\":\"Unauthorized.\",\"type\":\"UNAUTHORIZED\","
                        + "\"id\":\"" + Requests.ID + "\",\"at\":\"/items\",\"table\":\"orders\",\"no\":\"\"}");
        assertThat(response.headers()).contains(new Header("Access-Control-Allow-Origin", "*"));
        assertThat(shown(errors(api, Compatibility.SAM_CLI).of(GatewayError.UNAUTHORIZED, REQUEST)))
                .as("SAM CLI knows none")
                .isEqualTo("401 {\"message\":\"Unauthorized\"}");
    }

    @Test
    void defaultGatewayResponseIsForErrorsOfItsClass() {
        GatewayResponse clients = new GatewayResponse(Optional.empty(), List.of(new Header("A", "4")), Map.of());
        GatewayResponse servers = new GatewayResponse(Optional.empty(), List.of(new Header("A", "5")), Map.of());
        LocalApi api = Requests.with(
                Requests.api(ApiKind.REST, "Prod", Map.of()), Map.of("DEFAULT_4XX", clients, "DEFAULT_5XX", servers));
        ApiResponse denied = errors(api, Compatibility.AWS).of(GatewayError.ACCESS_DENIED, REQUEST);
        assertThat(denied.headers()).contains(new Header("A", "4"));
        assertThat(shown(denied)).isEqualTo("403 {\"message\":\"User is not authorized to access this resource\"}");
        assertThat(errors(api, Compatibility.AWS)
                        .of(GatewayError.INTEGRATION_TIMEOUT, REQUEST)
                        .headers())
                .contains(new Header("A", "5"));
    }

    @Test
    void templateIsOfTheTypeTheClientAccepts() {
        GatewayResponse own = new GatewayResponse(
                Optional.empty(),
                List.of(),
                Map.of("application/json", "{}", "text/html", "<p>$context.error.message"));
        LocalApi api = Requests.with(Requests.api(ApiKind.REST, "Prod", Map.of()), Map.of("DEFAULT_4XX", own));
        ApiResponse response = errors(api, Compatibility.AWS)
                .of(GatewayError.THROTTLED, Requests.get("/", "Accept", "text/html, */*"));
        assertThat(body(response)).isEqualTo("<p>Too Many Requests");
        assertThat(response.headers()).contains(new Header("Content-Type", "text/html"));
        assertThat(body(errors(api, Compatibility.AWS).of(GatewayError.THROTTLED, REQUEST)))
                .isEqualTo("{}");
    }
}
