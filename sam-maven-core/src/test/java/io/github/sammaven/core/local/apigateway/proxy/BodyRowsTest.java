package io.github.sammaven.core.local.apigateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BodyRowsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final RouteMatch MATCH = Requests.match("POST", "/", Map.of());
    private static final byte[] TEXT = {'h', 'i'};
    private static final byte[] NOT_UTF8 = {'h', (byte) 0xFF};
    private static final String REFUSED = "refused";

    private static ProxyEvent event(ApiKind kind, Compatibility compatibility, ApiRequest request, String... types) {
        LocalApi api = Requests.api(kind, "Prod", Map.of(), types);
        return new ProxyEvents(api, ApiIdentity.of(api, compatibility, "eu-central-1", "1"), compatibility)
                .function(request, MATCH, PayloadVersion.V2, Authorization.Allowed.OPEN);
    }

    private static String shown(ProxyEvent event) throws IOException {
        if (event instanceof ProxyEvent.Ready ready) {
            JsonNode read = MAPPER.readTree(ready.json());
            return (read.path("isBase64Encoded").asBoolean() ? "base64 " : "text ")
                    + read.path("body").asText();
        }
        return REFUSED;
    }

    /**
     * @param contentType empty for none
     * @param types binary types, separated by commas
     */
    private record Row(
            String line, String contentType, byte[] body, String types, String rest, String http, String samCli) {

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Row> rows() {
        String text = "text hi";
        String base64 = "base64 aGk=";
        return Stream.of(
                new Row("type is in the list", "image/png", TEXT, "image/png", base64, base64, base64),
                new Row("type with parameters", "Image/PNG; q=1", TEXT, "image/png", base64, base64, base64),
                new Row("list has all types", "text/plain", TEXT, "*/*", base64, text, base64),
                new Row("list has all types and there is none", "", TEXT, "*/*", base64, base64, base64),
                new Row("wildcard in the list", "image/png", TEXT, "image/*", base64, base64, text),
                new Row("type is not in the list", "image/png", TEXT, "", text, base64, text),
                new Row("text", "text/csv", TEXT, "", text, text, text),
                new Row("JSON", "application/json; charset=utf-8", TEXT, "", text, text, text),
                new Row("JavaScript", "application/javascript", TEXT, "", text, text, text),
                new Row("XML", "application/xml", TEXT, "", text, text, text),
                new Row("+json", "application/problem+json", TEXT, "", text, text, text),
                new Row("+xml", "image/svg+xml", TEXT, "", text, text, text),
                new Row("form", "application/x-www-form-urlencoded", TEXT, "", text, base64, text),
                new Row("no type", "", TEXT, "", text, base64, text),
                new Row(
                        "not UTF-8, not in the list",
                        "text/plain",
                        NOT_UTF8,
                        "",
                        "text h\uFFFD",
                        "base64 aP8=",
                        REFUSED),
                new Row(
                        "not UTF-8, in the list",
                        "image/png",
                        NOT_UTF8,
                        "image/png",
                        "base64 aP8=",
                        "base64 aP8=",
                        "base64 aP8="),
                new Row(
                        "U+FFFD itself",
                        "text/plain",
                        "\uFFFD".getBytes(StandardCharsets.UTF_8),
                        "",
                        "text \uFFFD",
                        "text \uFFFD",
                        "text \uFFFD"));
    }

    @ParameterizedTest(name = "5: {0}")
    @MethodSource("rows")
    void bodyIsTextOrBase64AsTheSpecificationSays(Row row) throws IOException {
        ApiRequest request = row.contentType().isEmpty()
                ? Requests.request("POST", "/", "", row.body())
                : Requests.request("POST", "/", "", row.body(), "content-type", row.contentType());
        String[] types = row.types().isEmpty() ? new String[0] : row.types().split(",");
        assertThat(shown(event(ApiKind.REST, Compatibility.AWS, request, types)))
                .as("aws, REST")
                .isEqualTo(row.rest());
        assertThat(shown(event(ApiKind.HTTP, Compatibility.AWS, request, types)))
                .as("aws, HTTP")
                .isEqualTo(row.http());
        assertThat(shown(event(ApiKind.REST, Compatibility.SAM_CLI, request, types)))
                .as("sam-cli, REST")
                .isEqualTo(row.samCli());
        assertThat(shown(event(ApiKind.HTTP, Compatibility.SAM_CLI, request, types)))
                .as("sam-cli, HTTP")
                .isEqualTo(row.samCli());
    }

    @Test
    void refusedBodyIsAFailureOfTheIntegrationInSamCli() {
        ProxyEvent event = event(ApiKind.REST, Compatibility.SAM_CLI, Requests.request("POST", "/", "", NOT_UTF8));
        assertThat(event).isInstanceOfSatisfying(ProxyEvent.Refused.class, refused -> {
            assertThat(refused.error()).isEqualTo(GatewayError.INTEGRATION_FAILURE);
            assertThat(refused.reason()).isEqualTo("the body is not UTF-8, and its type is not a binary one");
        });
    }

    @Test
    void largestBinaryBodyFitsAndTheNextIsRefusedWithFigures() {
        ProxyEvent.Ready small = (ProxyEvent.Ready) upload(3);
        int envelope = small.json().length - 4;
        int largest = 3 * ((6_291_456 - envelope) / 4);
        assertThat(upload(largest)).isInstanceOf(ProxyEvent.Ready.class);
        assertThat(upload(4_717_056)).isInstanceOf(ProxyEvent.Ready.class);
        assertThat(upload(largest + 1)).isInstanceOf(ProxyEvent.Refused.class);
        assertThat(upload(4_718_593)).isInstanceOfSatisfying(ProxyEvent.Refused.class, refused -> {
            assertThat(refused.error()).isEqualTo(GatewayError.REQUEST_TOO_LARGE);
            assertThat(refused.reason())
                    .startsWith("The event is ")
                    .contains(String.format(
                            "The body had 4,718,593 raw bytes; base64 made 6,291,460 of them."
                                    + " The largest body that fits is %,d bytes.",
                            largest))
                    .contains("presigned URL");
        });
    }

    private static ProxyEvent upload(int size) {
        return event(
                ApiKind.HTTP,
                Compatibility.AWS,
                Requests.request("POST", "/", "", new byte[size], "Content-Type", "image/png"));
    }

    @Test
    void textOverTheLimitIsRefused() {
        byte[] body = new byte[3_200_000];
        Arrays.fill(body, (byte) '"');
        ProxyEvent event = event(
                ApiKind.HTTP, Compatibility.AWS, Requests.request("POST", "/", "", body, "Content-Type", "text/plain"));
        assertThat(event).isInstanceOfSatisfying(ProxyEvent.Refused.class, refused -> assertThat(refused.reason())
                .contains("Lambda takes at most 6,291,456 in a synchronous call")
                .doesNotContain("base64"));
    }

    /** Whatever comes, the event is UTF-8 JSON with the body that was sent. */
    @Test
    void randomRequestsBecomeValidEvents() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 4_000; i++) {
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);
            List<String> headers = new ArrayList<>();
            for (int n = random.nextInt(5); n > 0; n--) {
                headers.add(List.of("Cookie", "Content-Type", "X-A", "x-a", "Host", "X-Forwarded-For", "User-Agent")
                        .get(random.nextInt(7)));
                headers.add(noise(random));
            }
            ApiRequest request =
                    Requests.request("POST", "/" + noise(random), noise(random), body, headers.toArray(String[]::new));
            RouteMatch match = Requests.match("ANY", "/{p+}", Map.of("p", noise(random)));
            for (ApiKind kind : List.of(ApiKind.REST, ApiKind.HTTP)) {
                for (Compatibility compatibility : Compatibility.values()) {
                    for (PayloadVersion version : PayloadVersion.values()) {
                        LocalApi api = Requests.api(kind, "Prod", Map.of(), "image/png");
                        ProxyEvent event = new ProxyEvents(
                                        api, ApiIdentity.of(api, compatibility, "eu-central-1", "1"), compatibility)
                                .function(request, match, version, Authorization.Allowed.OPEN);
                        check(event, kind, compatibility, body, "seed " + seed + ", request " + i);
                    }
                }
            }
        }
    }

    private static void check(
            ProxyEvent event, ApiKind kind, Compatibility compatibility, byte[] body, String description)
            throws IOException {
        if (event instanceof ProxyEvent.Ready ready) {
            String decoded = new String(ready.json(), StandardCharsets.UTF_8);
            assertThat(decoded.getBytes(StandardCharsets.UTF_8)).as(description).isEqualTo(ready.json());
            JsonNode read = MAPPER.readTree(ready.json());
            assertThat(read.path("requestContext").isObject()).as(description).isTrue();
            if (kind == ApiKind.HTTP) {
                byte[] got = read.path("isBase64Encoded").asBoolean()
                        ? read.path("body").binaryValue()
                        : read.path("body").asText("").getBytes(StandardCharsets.UTF_8);
                if (body.length > 0) {
                    assertThat(got).as(description).isEqualTo(body);
                }
            }
        } else {
            assertThat(compatibility).as(description).isEqualTo(Compatibility.SAM_CLI);
        }
    }

    private static String noise(Random random) {
        StringBuilder noise = new StringBuilder();
        for (int length = random.nextInt(20); length > 0; length--) {
            noise.append(
                    random.nextBoolean()
                            ? "%2F&=+;, \"a9%/*".charAt(random.nextInt(15))
                            : (char) random.nextInt(random.nextBoolean() ? 256 : 65_536));
        }
        return noise.toString();
    }

    /** Whatever a function answers, there is a response that HTTP can have. */
    @Test
    void randomAnswersBecomeResponses() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] answer = ("{\"statusCode\":" + random.nextInt(700) + ",\"headers\":{\""
                            + "A:\n é".charAt(random.nextInt(5)) + "\":\""
                            + noise(random).replace("\"", "") + "\"},\"body\":\"x\"}")
                    .getBytes(StandardCharsets.UTF_8);
            if (random.nextBoolean()) {
                answer[random.nextInt(answer.length)] = (byte) random.nextInt();
            }
            for (Compatibility compatibility : Compatibility.values()) {
                Optional<String> problem = problemOf(answer, compatibility);
                assertThat(problem).as("seed " + seed + ", answer " + i).isEmpty();
            }
        }
    }

    private static Optional<String> problemOf(byte[] answer, Compatibility compatibility) {
        try {
            return new AnswerV2(compatibility)
                    .read(answer).headers().stream()
                            .filter(header -> !header.value().chars().allMatch(c -> c < 256 && c != '\n' && c != '\r'))
                            .map(header -> header.name() + " cannot be sent")
                            .findFirst();
        } catch (MalformedAnswerException e) {
            return e.getMessage().isEmpty() ? Optional.of("no reason") : Optional.empty();
        }
    }
}
