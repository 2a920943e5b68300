package io.github.sammaven.core.local.apigateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventRowsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ABSENT = "absent";

    private static final ApiRequest FULL = Requests.request(
            "POST",
            "/items/a%20b%2Fc",
            "x=1&x=a%20b&y&z=%C3%A4+",
            "{\"ä\":1}".getBytes(StandardCharsets.UTF_8),
            "Host",
            "localhost:3000",
            "x-low",
            "1",
            "X-Low",
            "2",
            "User-Agent",
            "test/1.0",
            "Content-Type",
            "application/json; charset=utf-8",
            "Cookie",
            "one=1; two=\"2%20\"; one=3",
            "Connection",
            "keep-alive");
    private static final RouteMatch FULL_MATCH = Requests.match("ANY", "/items/{id}", Map.of("id", "a%20b%2Fc"));
    private static final ApiRequest BARE = Requests.get("/hello");
    private static final RouteMatch BARE_MATCH = Requests.match("GET", "/hello", Map.of());
    private static final ObjectNode CONTEXT = MAPPER.createObjectNode().put("principalId", "me");

    private static JsonNode event(
            ApiKind kind,
            PayloadVersion version,
            Compatibility compatibility,
            ApiRequest request,
            RouteMatch match,
            boolean full)
            throws IOException {
        LocalApi api = Requests.api(kind, "Prod", full ? Map.of("table", "orders") : Map.of());
        ProxyEvents events =
                new ProxyEvents(api, ApiIdentity.of(api, compatibility, "eu-central-1", "210987654321"), compatibility);
        Authorization.Allowed allowed =
                new Authorization.Allowed(full ? Optional.of(CONTEXT) : Optional.empty(), Optional.empty());
        ProxyEvent event = events.function(request, match, version, allowed);
        assertThat(event).isInstanceOf(ProxyEvent.Ready.class);
        return MAPPER.readTree(((ProxyEvent.Ready) event).json());
    }

    private static String at(JsonNode event, String pointer) {
        JsonNode value = event.at(pointer);
        return value.isMissingNode() ? ABSENT : value.isTextual() ? value.asText() : value.toString();
    }

    /** One line of the specification: a field of the event, of a request with everything and one with nothing. */
    private record Row(String pointer, String aws, String samCli, String bareAws, String bareSamCli) {

        static Row same(String pointer, String both, String bare) {
            return new Row(pointer, both, both, bare, bare);
        }

        @Override
        public String toString() {
            return pointer.substring(1).replace('/', '.');
        }

        void check(ApiKind kind, PayloadVersion version) throws IOException {
            assertThat(at(event(kind, version, Compatibility.AWS, FULL, FULL_MATCH, true), pointer))
                    .as("aws")
                    .isEqualTo(aws);
            assertThat(at(event(kind, version, Compatibility.SAM_CLI, FULL, FULL_MATCH, true), pointer))
                    .as("sam-cli")
                    .isEqualTo(samCli);
            assertThat(at(event(kind, version, Compatibility.AWS, BARE, BARE_MATCH, false), pointer))
                    .as("aws, nothing given")
                    .isEqualTo(bareAws);
            assertThat(at(event(kind, version, Compatibility.SAM_CLI, BARE, BARE_MATCH, false), pointer))
                    .as("sam-cli, nothing given")
                    .isEqualTo(bareSamCli);
        }
    }

    static Stream<Row> firstPayload() {
        return Stream.of(
                Row.same("/httpMethod", "POST", "GET"),
                Row.same("/resource", "/items/{id}", "/hello"),
                new Row("/path", "/items/a%20b%2Fc", "/items/a b/c", "/hello", "/hello"),
                new Row("/headers/x-low", "2", ABSENT, ABSENT, ABSENT),
                new Row("/headers/X-Low", ABSENT, "1, 2", ABSENT, ABSENT),
                new Row("/headers/Connection", ABSENT, "keep-alive", ABSENT, ABSENT),
                new Row("/headers/Host", "localhost:3000", "localhost:3000", ABSENT, ABSENT),
                Row.same("/headers/X-Forwarded-Proto", "http", "http"),
                Row.same("/headers/X-Forwarded-Port", "3000", "3000"),
                new Row("/headers/X-Forwarded-For", "192.0.2.7", ABSENT, "192.0.2.7", ABSENT),
                new Row(
                        "/headers/X-Amzn-Trace-Id",
                        "Root=1-5e5ffb9e-7b6111e69a4193e8deadbeef",
                        ABSENT,
                        "Root=1-5e5ffb9e-7b6111e69a4193e8deadbeef",
                        ABSENT),
                new Row("/multiValueHeaders/x-low", "[\"1\",\"2\"]", ABSENT, ABSENT, ABSENT),
                new Row("/multiValueHeaders/X-Low", ABSENT, "[\"1, 2\"]", ABSENT, ABSENT),
                Row.same("/queryStringParameters", "{\"x\":\"a b\",\"y\":\"\",\"z\":\"ä \"}", "null"),
                Row.same(
                        "/multiValueQueryStringParameters",
                        "{\"x\":[\"1\",\"a b\"],\"y\":[\"\"],\"z\":[\"ä \"]}",
                        "null"),
                Row.same("/pathParameters", "{\"id\":\"a b/c\"}", "null"),
                Row.same("/stageVariables", "{\"table\":\"orders\"}", "null"),
                Row.same("/body", "{\"ä\":1}", "null"),
                Row.same("/isBase64Encoded", "false", "false"),
                new Row("/requestContext/accountId", "210987654321", "123456789012", "210987654321", "123456789012"),
                new Row("/requestContext/apiId", "shopordersapi", "1234567890", "shopordersapi", "1234567890"),
                Row.same("/requestContext/resourcePath", "/items/{id}", "/hello"),
                new Row("/requestContext/path", "/Prod/items/a%20b%2Fc", "/items/{id}", "/Prod/hello", "/hello"),
                Row.same("/requestContext/httpMethod", "POST", "GET"),
                Row.same("/requestContext/stage", "Prod", "Prod"),
                Row.same("/requestContext/protocol", "HTTP/1.1", "HTTP/1.1"),
                Row.same("/requestContext/domainName", "localhost:3000", "localhost"),
                new Row("/requestContext/domainPrefix", "localhost", ABSENT, "localhost", ABSENT),
                Row.same("/requestContext/identity/userArn", "null", "null"),
                Row.same("/requestContext/identity/apiKey", "null", "null"),
                Row.same("/requestContext/identity/user", "null", "null"),
                Row.same("/requestContext/identity/caller", "null", "null"),
                Row.same("/requestContext/identity/accountId", "null", "null"),
                Row.same("/requestContext/identity/cognitoIdentityPoolId", "null", "null"),
                Row.same("/requestContext/identity/cognitoAuthenticationType", "null", "null"),
                Row.same("/requestContext/identity/cognitoAuthenticationProvider", "null", "null"),
                new Row("/requestContext/identity/accessKey", "null", ABSENT, "null", ABSENT),
                new Row("/requestContext/identity/cognitoIdentityId", "null", ABSENT, "null", ABSENT),
                new Row("/requestContext/identity/principalOrgId", "null", ABSENT, "null", ABSENT),
                new Row("/requestContext/identity/clientCert", "null", ABSENT, "null", ABSENT),
                Row.same("/requestContext/identity/sourceIp", "192.0.2.7", "192.0.2.7"),
                new Row(
                        "/requestContext/identity/userAgent",
                        "test/1.0",
                        "Custom User Agent String",
                        "null",
                        "Custom User Agent String"),
                Row.same("/requestContext/authorizer", "{\"principalId\":\"me\"}", ABSENT));
    }

    @ParameterizedTest(name = "3 payload 1.0: {0}")
    @MethodSource("firstPayload")
    void fieldOfPayload1IsAsTheSpecificationSays(Row row) throws IOException {
        row.check(ApiKind.REST, PayloadVersion.V1);
        row.check(ApiKind.HTTP, PayloadVersion.V1);
    }

    static Stream<Row> restOnly() {
        return Stream.of(
                Row.same("/version", ABSENT, ABSENT),
                new Row("/requestContext/resourceId", "00dg3p", "123456", "nw5mo3", "123456"),
                new Row("/requestContext/extendedRequestId", "YzZhZjlhYzY3YjY=", "null", "YzZhZjlhYzY3YjY=", "null"),
                Row.same("/requestContext/operationName", "placeOrder", "placeOrder"));
    }

    @ParameterizedTest(name = "3 payload 1.0 of a REST API: {0}")
    @MethodSource("restOnly")
    void fieldOfARestApiIsAsTheSpecificationSays(Row row) throws IOException {
        row.check(ApiKind.REST, PayloadVersion.V1);
    }

    static Stream<Row> httpOnly() {
        return Stream.of(
                Row.same("/version", "1.0", "1.0"),
                new Row("/requestContext/resourceId", "null", "123456", "null", "123456"),
                Row.same("/requestContext/operationName", ABSENT, ABSENT));
    }

    @ParameterizedTest(name = "3 payload 1.0 of an HTTP API: {0}")
    @MethodSource("httpOnly")
    void fieldOfAnHttpApiIsAsTheSpecificationSays(Row row) throws IOException {
        row.check(ApiKind.HTTP, PayloadVersion.V1);
    }

    static Stream<Row> secondPayload() {
        return Stream.of(
                Row.same("/version", "2.0", "2.0"),
                new Row("/routeKey", "ANY /items/{id}", "POST /items/{id}", "GET /hello", "GET /hello"),
                new Row("/rawPath", "/Prod/items/a%20b%2Fc", "/items/a b/c", "/Prod/hello", "/hello"),
                Row.same("/rawQueryString", "x=1&x=a%20b&y&z=%C3%A4+", ""),
                new Row(
                        "/cookies",
                        "[\"one=1\",\"two=\\\"2%20\\\"\",\"one=3\"]",
                        "[\"one=3\",\"two=2%20\"]",
                        ABSENT,
                        "[]"),
                new Row("/headers/x-low", "1,2", ABSENT, ABSENT, ABSENT),
                new Row("/headers/X-Low", ABSENT, "1, 2", ABSENT, ABSENT),
                new Row("/headers/cookie", ABSENT, ABSENT, ABSENT, ABSENT),
                new Row("/headers/Cookie", ABSENT, "one=1; two=\"2%20\"; one=3", ABSENT, ABSENT),
                new Row("/headers/host", "localhost:3000", ABSENT, ABSENT, ABSENT),
                new Row("/headers/x-forwarded-proto", "http", ABSENT, "http", ABSENT),
                new Row("/headers/x-forwarded-for", "192.0.2.7", ABSENT, "192.0.2.7", ABSENT),
                new Row("/headers/X-Forwarded-Proto", ABSENT, "http", ABSENT, "http"),
                new Row("/headers/X-Forwarded-Port", ABSENT, "3000", ABSENT, "3000"),
                Row.same("/queryStringParameters", "{\"x\":\"1,a b\",\"y\":\"\",\"z\":\"ä \"}", ABSENT),
                new Row("/pathParameters", "{\"id\":\"a b/c\"}", "{\"id\":\"a b/c\"}", ABSENT, "{}"),
                new Row("/stageVariables", "{\"table\":\"orders\"}", "{\"table\":\"orders\"}", ABSENT, "null"),
                new Row("/body", "{\"ä\":1}", "{\"ä\":1}", ABSENT, ""),
                Row.same("/isBase64Encoded", "false", "false"),
                new Row("/requestContext/accountId", "210987654321", "123456789012", "210987654321", "123456789012"),
                new Row("/requestContext/apiId", "shopordersapi", "1234567890", "shopordersapi", "1234567890"),
                new Row("/requestContext/domainName", "localhost:3000", "localhost", "localhost", "localhost"),
                Row.same("/requestContext/domainPrefix", "localhost", "localhost"),
                new Row("/requestContext/authentication", "null", ABSENT, "null", ABSENT),
                Row.same("/requestContext/http/method", "POST", "GET"),
                new Row("/requestContext/http/path", "/Prod/items/a%20b%2Fc", "/items/a b/c", "/Prod/hello", "/hello"),
                Row.same("/requestContext/http/protocol", "HTTP/1.1", "HTTP/1.1"),
                Row.same("/requestContext/http/sourceIp", "192.0.2.7", "192.0.2.7"),
                new Row(
                        "/requestContext/http/userAgent",
                        "test/1.0",
                        "Custom User Agent String",
                        "",
                        "Custom User Agent String"),
                new Row("/requestContext/routeKey", "ANY /items/{id}", "POST /items/{id}", "GET /hello", "GET /hello"),
                Row.same("/requestContext/stage", "Prod", "Prod"),
                Row.same("/requestContext/authorizer", "{\"principalId\":\"me\"}", ABSENT));
    }

    @ParameterizedTest(name = "4 payload 2.0: {0}")
    @MethodSource("secondPayload")
    void fieldOfPayload2IsAsTheSpecificationSays(Row row) throws IOException {
        row.check(ApiKind.HTTP, PayloadVersion.V2);
    }

    @Test
    void idAndTimeAreThoseOfTheRequest() throws IOException {
        JsonNode first = event(ApiKind.REST, PayloadVersion.V1, Compatibility.AWS, FULL, FULL_MATCH, true)
                .path("requestContext");
        assertThat(first.path("requestId").asText()).isEqualTo(Requests.ID);
        assertThat(first.path("requestTime").asText()).isEqualTo("04/Mar/2020:19:03:58 +0000");
        assertThat(first.path("requestTimeEpoch").asLong()).isEqualTo(1_583_348_638_390L);
        JsonNode second = event(ApiKind.HTTP, PayloadVersion.V2, Compatibility.AWS, FULL, FULL_MATCH, true)
                .path("requestContext");
        assertThat(second.path("requestId").asText()).isEqualTo(Requests.ID);
        assertThat(second.path("time").asText()).isEqualTo("04/Mar/2020:19:03:58 +0000");
        assertThat(second.path("timeEpoch").asLong()).isEqualTo(1_583_348_638_390L);
    }

    @Test
    void idAndTimeOfSamCliAreThoseOfTheProcess() throws IOException {
        LocalApi api = Requests.api(ApiKind.HTTP, "Prod", Map.of());
        ProxyEvents events = new ProxyEvents(
                api, ApiIdentity.of(api, Compatibility.SAM_CLI, "eu-central-1", "1"), Compatibility.SAM_CLI);
        JsonNode first = context(events, FULL, FULL_MATCH);
        JsonNode second = context(events, BARE, BARE_MATCH);
        assertThat(UUID.fromString(first.path("requestId").asText())).isNotEqualTo(UUID.fromString(Requests.ID));
        assertThat(second.path("requestId")).isEqualTo(first.path("requestId"));
        assertThat(second.path("time")).isEqualTo(first.path("time"));
        assertThat(second.path("timeEpoch")).isEqualTo(first.path("timeEpoch"));
        assertThat(first.path("timeEpoch").asLong()).as("seconds").isBetween(1_500_000_000L, 9_999_999_999L);
    }

    private static JsonNode context(ProxyEvents events, ApiRequest request, RouteMatch match) throws IOException {
        ProxyEvent event = events.function(request, match, PayloadVersion.V2, Authorization.Allowed.OPEN);
        return MAPPER.readTree(((ProxyEvent.Ready) event).json()).path("requestContext");
    }

    @Test
    void stageInThePathIsNotPartOfThePath() throws IOException {
        RouteMatch staged = new RouteMatch(BARE_MATCH.route(), Map.of(), true);
        ApiRequest request = Requests.get("/Prod/hello");
        JsonNode first = event(ApiKind.REST, PayloadVersion.V1, Compatibility.AWS, request, staged, false);
        assertThat(at(first, "/path")).isEqualTo("/hello");
        assertThat(at(first, "/requestContext/path")).isEqualTo("/Prod/hello");
        JsonNode second = event(ApiKind.HTTP, PayloadVersion.V2, Compatibility.AWS, request, staged, false);
        assertThat(at(second, "/rawPath")).isEqualTo("/Prod/hello");
    }

    @Test
    void defaultStageIsNoPrefixAndDefaultRouteIsItsOwnKey() throws IOException {
        LocalApi api = Requests.api(ApiKind.HTTP, "$default", Map.of());
        for (Compatibility compatibility : Compatibility.values()) {
            ProxyEvents events =
                    new ProxyEvents(api, ApiIdentity.of(api, compatibility, "eu-central-1", "1"), compatibility);
            ProxyEvent.Ready event = (ProxyEvent.Ready) events.function(
                    BARE, Requests.match("", "$default", Map.of()), PayloadVersion.V2, Authorization.Allowed.OPEN);
            JsonNode read = MAPPER.readTree(event.json());
            assertThat(at(read, "/rawPath")).isEqualTo("/hello");
            assertThat(at(read, "/routeKey")).isEqualTo("$default");
            assertThat(at(read, "/requestContext/stage")).isEqualTo("$default");
        }
    }

    @Test
    void identityOfTheAuthorizationReplacesWhatIsNotKnown() throws IOException {
        LocalApi api = Requests.api(ApiKind.REST, "Prod", Map.of());
        ProxyEvents events =
                new ProxyEvents(api, ApiIdentity.of(api, Compatibility.AWS, "eu-central-1", "1"), Compatibility.AWS);
        ObjectNode identity = MAPPER.createObjectNode().put("apiKey", "secret").put("userAgent", "other");
        ProxyEvent.Ready event = (ProxyEvent.Ready) events.function(
                FULL,
                FULL_MATCH,
                PayloadVersion.V1,
                new Authorization.Allowed(Optional.empty(), Optional.of(identity)));
        String json = new String(event.json(), StandardCharsets.UTF_8);
        assertThat(at(MAPPER.readTree(json), "/requestContext/identity/apiKey")).isEqualTo("secret");
        assertThat(json).containsOnlyOnce("\"apiKey\"");
        assertThat(json).containsOnlyOnce("\"userAgent\"");
    }

    @Test
    void forwardedAddressesAreKept() throws IOException {
        ApiRequest request = Requests.get("/", "x-forwarded-for", "198.51.100.1", "X-Forwarded-Proto", "https");
        JsonNode event = event(ApiKind.HTTP, PayloadVersion.V2, Compatibility.AWS, request, BARE_MATCH, false);
        assertThat(at(event, "/headers/x-forwarded-for")).isEqualTo("198.51.100.1, 192.0.2.7");
        assertThat(at(event, "/headers/x-forwarded-proto")).isEqualTo("http");
    }

    @Test
    void textIsWrittenAsUtf8() {
        LocalApi api = Requests.api(ApiKind.HTTP, "Prod", Map.of());
        ProxyEvents events =
                new ProxyEvents(api, ApiIdentity.of(api, Compatibility.AWS, "eu-central-1", "1"), Compatibility.AWS);
        ProxyEvent.Ready event =
                (ProxyEvent.Ready) events.function(FULL, FULL_MATCH, PayloadVersion.V2, Authorization.Allowed.OPEN);
        assertThat(new String(event.json(), StandardCharsets.UTF_8))
                .contains("ä")
                .doesNotContain("\\u00e4");
    }
}
