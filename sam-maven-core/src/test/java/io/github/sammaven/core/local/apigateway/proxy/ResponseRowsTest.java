package io.github.sammaven.core.local.apigateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.invoke.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseRowsTest {

    private static final String JSON = "application/json";
    private static final String PRELUDE_TYPE = "application/vnd.awslambda.http-integration-response";
    private static final String REST_502 =
            "502 Content-Type=application/json | {\"message\": \"Internal server error\"}";
    private static final String HTTP_500 =
            "500 Content-Type=application/json | {\"message\":\"Internal Server Error\"}";
    private static final String SAM_502 = "502 Content-Type=application/json | {\"message\":\"Internal server error\"}";
    private static final String SAM_500 = "500 Content-Type=application/json | {\"message\":\"Internal server error\"}";
    private static final String PLAIN = "200 Content-Type=application/json | ";

    private static InvocationResult result(
            String payload, String contentType, Optional<String> error, boolean timeout) {
        return new InvocationResult(
                Requests.ID,
                payload.getBytes(StandardCharsets.UTF_8),
                contentType,
                false,
                error,
                new InvocationResult.Report(Optional.empty(), Duration.ofMillis(1), 128, OptionalInt.empty()),
                timeout);
    }

    private static ProxyAnswer answer(
            ApiKind kind,
            PayloadVersion version,
            Compatibility compatibility,
            InvocationResult result,
            ApiRequest request,
            String... binaryTypes) {
        LocalApi api = Requests.api(kind, "Prod", Map.of(), binaryTypes);
        return new ProxyResponses(api, ApiIdentity.of(api, compatibility, "eu-central-1", "1"), compatibility)
                .of(result, version, request);
    }

    /** Status, headers but for those of the gateway, body. */
    private static String shown(ApiResponse response) {
        StringBuilder shown = new StringBuilder().append(response.status());
        for (Header header : response.headers()) {
            if (!header.name().startsWith("x-am") && !header.name().startsWith("Apigw")) {
                shown.append(' ').append(header.name()).append('=').append(header.value());
            }
        }
        return shown + " | " + new String(response.body(), StandardCharsets.UTF_8);
    }

    /** One line of the specification: an answer of a function, and the response in four places. */
    private record Row(
            String line, InvocationResult result, String aws, String samCli, String httpAws, String httpSamCli) {

        static Row of(String line, String answer, String aws, String samCli, String httpAws, String httpSamCli) {
            return new Row(
                    line,
                    ResponseRowsTest.result(answer, JSON, Optional.empty(), false),
                    aws,
                    samCli,
                    httpAws,
                    httpSamCli);
        }

        static Row same(String line, String answer, String response) {
            return of(line, answer, response, response, response, response);
        }

        static Row malformed(String line, String answer) {
            return of(line, answer, REST_502, SAM_502, HTTP_500, SAM_502);
        }

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Row> firstPayload() {
        return Stream.of(
                Row.malformed("output must be an object: text", "\"text\""),
                Row.malformed("output must be an object: list", "[]"),
                Row.malformed("output must be an object: null", "null"),
                Row.malformed("output must be JSON", "not json"),
                Row.malformed("output must be one document", "{\"statusCode\":200} {}"),
                Row.malformed("output must not be empty", ""),
                Row.of("statusCode is missing", "{}", REST_502, PLAIN, HTTP_500, SAM_502),
                Row.of("statusCode is null", "{\"statusCode\":null}", REST_502, PLAIN, HTTP_500, SAM_502),
                Row.of("statusCode is 0", "{\"statusCode\":0}", REST_502, PLAIN, HTTP_500, SAM_502),
                Row.same("statusCode is an integer", "{\"statusCode\":201}", "201 Content-Type=application/json | "),
                Row.same(
                        "statusCode is a numeric text",
                        "{\"statusCode\":\"201\"}",
                        "201 Content-Type=application/json | "),
                Row.malformed("statusCode is another text", "{\"statusCode\":\"many\"}"),
                Row.malformed("statusCode is negative", "{\"statusCode\":-1}"),
                Row.of(
                        "statusCode is no status of HTTP",
                        "{\"statusCode\":99}",
                        REST_502,
                        "99 Content-Type=application/json | ",
                        HTTP_500,
                        "99 Content-Type=application/json | "),
                Row.same(
                        "headers and multiValueHeaders are merged, multi first",
                        "{\"statusCode\":200,\"headers\":{\"A\":\"3\",\"Content-Type\":\"text/plain\"},"
                                + "\"multiValueHeaders\":{\"A\":[\"1\",\"2\"]}}",
                        "200 A=1 A=2 A=3 Content-Type=text/plain | "),
                Row.same(
                        "a single value that is among the multi values is not added",
                        "{\"statusCode\":200,\"headers\":{\"A\":\"1\",\"a\":\"1\"},\"multiValueHeaders\":{\"A\":[\"1\"]}}",
                        "200 A=1 a=1 Content-Type=application/json | "),
                Row.malformed("headers are no object", "{\"statusCode\":200,\"headers\":[]}"),
                Row.malformed("multi values are no list", "{\"statusCode\":200,\"multiValueHeaders\":{\"A\":\"1\"}}"),
                Row.malformed("a header has a line break", "{\"statusCode\":200,\"headers\":{\"A\":\"1\\r\\nB: 2\"}}"),
                Row.malformed("a header has no name", "{\"statusCode\":200,\"headers\":{\"A B\":\"1\"}}"),
                Row.of(
                        "header value types",
                        "{\"statusCode\":200,\"headers\":{\"N\":1,\"B\":true,\"Z\":null}}",
                        "200 N=1 B=true Content-Type=application/json | ",
                        "200 N=1 B=True Content-Type=application/json | ",
                        "200 N=1 B=true Content-Type=application/json | ",
                        "200 N=1 B=True Content-Type=application/json | "),
                Row.of("unknown keys", "{\"statusCode\":200,\"other\":1}", REST_502, SAM_502, PLAIN, PLAIN),
                Row.same(
                        "all known keys",
                        "{\"statusCode\":200,\"headers\":{},\"multiValueHeaders\":null,\"body\":\"b\","
                                + "\"isBase64Encoded\":false,\"base64Encoded\":false,\"cookies\":[\"a=1\"]}",
                        PLAIN + "b"),
                Row.malformed("base64 flag is a number", "{\"statusCode\":200,\"isBase64Encoded\":1}"),
                Row.malformed("base64 flag is another text", "{\"statusCode\":200,\"isBase64Encoded\":\"yes\"}"),
                Row.same(
                        "base64 flag is a text",
                        "{\"statusCode\":200,\"isBase64Encoded\":\"False\",\"body\":\"YQ==\"}",
                        PLAIN + "YQ=="),
                Row.of(
                        "base64Encoded has priority in REST APIs",
                        "{\"statusCode\":200,\"base64Encoded\":false,\"isBase64Encoded\":\"true\",\"body\":\"YQ==\"}",
                        PLAIN + "YQ==",
                        PLAIN + "YQ==",
                        PLAIN + "a",
                        PLAIN + "a"),
                Row.same("body is null", "{\"statusCode\":200,\"body\":null}", PLAIN),
                Row.same("body is a text", "{\"statusCode\":200,\"body\":\"ä\"}", PLAIN + "ä"),
                Row.of(
                        "body is an object",
                        "{\"statusCode\":200,\"body\":{\"a\":[1,true,null,\"it's\"]}}",
                        REST_502,
                        PLAIN + "{'a': [1, True, None, \"it's\"]}",
                        HTTP_500,
                        PLAIN + "{'a': [1, True, None, \"it's\"]}"),
                Row.of(
                        "body is a number",
                        "{\"statusCode\":200,\"body\":1.5}",
                        REST_502,
                        PLAIN + "1.5",
                        HTTP_500,
                        PLAIN + "1.5"),
                Row.of(
                        "base64 is invalid",
                        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"?\",\"headers\":{\"Content-Type\":\"image/png\"}}",
                        REST_502,
                        "200 Content-Type=image/png | ?",
                        HTTP_500,
                        "200 Content-Type=image/png | ?"),
                Row.same("Content-Type is JSON if it is missing", "{\"statusCode\":200}", PLAIN),
                Row.same(
                        "headers of the server are left out",
                        "{\"statusCode\":200,\"headers\":{\"Content-Length\":\"7\",\"transfer-encoding\":\"chunked\"}}",
                        PLAIN),
                new Row(
                        "the function raised",
                        ResponseRowsTest.result(
                                "{\"errorMessage\":\"m\",\"errorType\":\"t\"}", JSON, Optional.of("t"), false),
                        REST_502,
                        SAM_500,
                        HTTP_500,
                        SAM_500),
                new Row(
                        "the time of the function ran out",
                        ResponseRowsTest.result("{}", JSON, Optional.of("Sandbox.Timedout"), true),
                        REST_502,
                        SAM_502,
                        HTTP_500,
                        SAM_502),
                new Row(
                        "an answer with a prelude",
                        ResponseRowsTest.result(
                                "{\"statusCode\":206,\"headers\":{\"A\":\"1\"},\"cookies\":[\"c=1\"]}\0\0\0\0\0\0\0\0body",
                                PRELUDE_TYPE,
                                Optional.empty(),
                                false),
                        "206 A=1 Content-Type=application/json Set-Cookie=c=1 | body",
                        "206 A=1 Content-Type=application/json Set-Cookie=c=1 | body",
                        "206 A=1 Content-Type=application/json Set-Cookie=c=1 | body",
                        "206 A=1 Content-Type=application/json Set-Cookie=c=1 | body"),
                new Row(
                        "a prelude that makes no sense",
                        ResponseRowsTest.result(
                                "{\"statusCode\":99}\0\0\0\0\0\0\0\0body", PRELUDE_TYPE, Optional.empty(), false),
                        REST_502,
                        SAM_502,
                        HTTP_500,
                        SAM_502));
    }

    @ParameterizedTest(name = "6.1 payload 1.0: {0}")
    @MethodSource("firstPayload")
    void responseOfPayload1IsAsTheSpecificationSays(Row row) {
        ApiRequest request = Requests.get("/", "Accept", "image/png");
        assertThat(shown(answer(ApiKind.REST, PayloadVersion.V1, Compatibility.AWS, row.result(), request, "image/png")
                        .response()))
                .as("aws, REST")
                .isEqualTo(row.aws());
        assertThat(shown(answer(
                                ApiKind.REST,
                                PayloadVersion.V1,
                                Compatibility.SAM_CLI,
                                row.result(),
                                request,
                                "image/png")
                        .response()))
                .as("sam-cli, REST")
                .isEqualTo(row.samCli());
        assertThat(shown(answer(ApiKind.HTTP, PayloadVersion.V1, Compatibility.AWS, row.result(), request)
                        .response()))
                .as("aws, HTTP")
                .isEqualTo(row.httpAws());
        assertThat(shown(answer(ApiKind.HTTP, PayloadVersion.V1, Compatibility.SAM_CLI, row.result(), request)
                        .response()))
                .as("sam-cli, HTTP")
                .isEqualTo(row.httpSamCli());
    }

    /** @param answer of a function */
    private record Row2(String line, String answer, String aws, String samCli) {

        static Row2 same(String line, String answer, String response) {
            return new Row2(line, answer, response, response);
        }

        static Row2 malformed(String line, String answer) {
            return new Row2(line, answer, HTTP_500, SAM_502);
        }

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Row2> secondPayload() {
        return Stream.of(
                Row2.same(
                        "object with statusCode",
                        "{\"statusCode\":201,\"headers\":{\"A\":\"1\"},\"body\":\"b\",\"isBase64Encoded\":false}",
                        "201 A=1 Content-Type=application/json | b"),
                Row2.same("object without statusCode", "{\"a\": 1}", PLAIN + "{\"a\": 1}"),
                Row2.same("text", "\"ä\"", PLAIN + "ä"),
                Row2.same("list", "[1, 2]", PLAIN + "[1, 2]"),
                Row2.same("number", "7", PLAIN + "7"),
                Row2.same("null", "null", PLAIN + "null"),
                Row2.malformed("not JSON", "not json"),
                Row2.malformed("empty", ""),
                Row2.malformed("no status", "{\"statusCode\":\"many\"}"),
                Row2.same(
                        "cookies",
                        "{\"statusCode\":200,\"cookies\":[\"a=1\",\"b=2; Secure\"]}",
                        "200 Content-Type=application/json Set-Cookie=a=1 Set-Cookie=b=2; Secure | "),
                Row2.same("cookies of another type", "{\"statusCode\":200,\"cookies\":\"a=1\"}", PLAIN),
                Row2.same("multiValueHeaders", "{\"statusCode\":200,\"multiValueHeaders\":{\"A\":[\"1\"]}}", PLAIN),
                Row2.same("unknown keys", "{\"statusCode\":200,\"other\":1}", PLAIN),
                new Row2(
                        "header value types",
                        "{\"statusCode\":200,\"headers\":{\"N\":1,\"B\":false}}",
                        "200 N=1 B=false Content-Type=application/json | ",
                        "200 N=1 B=False Content-Type=application/json | "),
                Row2.same(
                        "base64 is decoded whatever the client accepts",
                        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"YQ==\"}",
                        PLAIN + "a"),
                new Row2(
                        "base64 is invalid",
                        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"?\"}",
                        HTTP_500,
                        PLAIN + "?"),
                new Row2(
                        "body is an object",
                        "{\"statusCode\":200,\"body\":{\"a\":true}}",
                        PLAIN + "{\"a\":true}",
                        PLAIN + "{'a': True}"),
                Row2.same(
                        "four keys of an error of Python that the function returned",
                        "{\"errorMessage\":\"m\",\"errorType\":\"t\",\"requestId\":\"r\",\"stackTrace\":[]}",
                        PLAIN + "{\"errorMessage\":\"m\",\"errorType\":\"t\",\"requestId\":\"r\",\"stackTrace\":[]}"));
    }

    @ParameterizedTest(name = "6.2 payload 2.0: {0}")
    @MethodSource("secondPayload")
    void responseOfPayload2IsAsTheSpecificationSays(Row2 row) {
        InvocationResult result = result(row.answer(), JSON, Optional.empty(), false);
        ApiRequest request = Requests.get("/");
        assertThat(shown(answer(ApiKind.HTTP, PayloadVersion.V2, Compatibility.AWS, result, request)
                        .response()))
                .as("aws")
                .isEqualTo(row.aws());
        assertThat(shown(answer(ApiKind.HTTP, PayloadVersion.V2, Compatibility.SAM_CLI, result, request)
                        .response()))
                .as("sam-cli")
                .isEqualTo(row.samCli());
    }

    /**
     * @param accept empty for none
     * @param types binary types, separated by commas
     * @param aws whether the body is decoded
     */
    private record Binary(String line, String accept, String types, boolean aws, boolean samCli) {

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Binary> binaryResponses() {
        return Stream.of(
                new Binary("accepted and listed", "image/png", "image/png", true, true),
                new Binary("no Accept", "", "image/png", false, false),
                new Binary("all types are binary", "text/html", "*/*", true, false),
                new Binary("all types are binary and the client takes all", "*/*", "*/*", true, true),
                new Binary("wildcard in Accept", "image/*", "image/png", false, true),
                new Binary("wildcard in the list", "image/png", "image/*", true, false),
                new Binary("the first entry counts", "text/html,image/png", "image/png", false, true),
                new Binary("not listed", "image/png", "image/jpeg", false, false));
    }

    @ParameterizedTest(name = "5 binary response of a REST API: {0}")
    @MethodSource("binaryResponses")
    void bodyIsDecodedWhereTheSpecificationSaysSo(Binary row) {
        InvocationResult result = result(
                "{\"statusCode\":200,\"headers\":{\"Content-Type\":\"image/png\"},\"isBase64Encoded\":true,\"body\":\"YQ==\"}",
                JSON,
                Optional.empty(),
                false);
        ApiRequest request = row.accept().isEmpty() ? Requests.get("/") : Requests.get("/", "Accept", row.accept());
        for (Compatibility compatibility : Compatibility.values()) {
            boolean decoded = compatibility == Compatibility.AWS ? row.aws() : row.samCli();
            assertThat(shown(answer(ApiKind.REST, PayloadVersion.V1, compatibility, result, request, row.types())
                            .response()))
                    .as(compatibility.name())
                    .isEqualTo("200 Content-Type=image/png | " + (decoded ? "a" : "YQ=="));
        }
    }

    @Test
    void gatewayHeadersNameTheRequest() {
        InvocationResult result = result(
                "{\"statusCode\":200,\"headers\":{\"X-Amzn-RequestId\":\"mine\"}}", JSON, Optional.empty(), false);
        assertThat(answer(ApiKind.REST, PayloadVersion.V1, Compatibility.AWS, result, Requests.get("/"))
                        .response()
                        .headers())
                .contains(new Header("x-amzn-RequestId", Requests.ID), new Header("x-amz-apigw-id", "YzZhZjlhYzY3YjY="))
                .noneMatch(header -> header.value().equals("mine"));
        assertThat(answer(ApiKind.HTTP, PayloadVersion.V2, Compatibility.AWS, result, Requests.get("/"))
                        .response()
                        .headers())
                .contains(new Header("Apigw-Requestid", Requests.ID));
    }

    @Test
    void remarkSaysWhyTheFunctionsAnswerIsNotTheResponse() {
        ProxyAnswer failed = answer(
                ApiKind.REST,
                PayloadVersion.V1,
                Compatibility.AWS,
                result("{}", JSON, Optional.of("java.lang.Error"), false),
                Requests.get("/"));
        assertThat(failed.error()).contains(GatewayError.INTEGRATION_FAILURE);
        assertThat(failed.remark()).isEqualTo("the function failed: java.lang.Error");
        ProxyAnswer malformed = answer(
                ApiKind.REST,
                PayloadVersion.V1,
                Compatibility.AWS,
                result("{}", JSON, Optional.empty(), false),
                Requests.get("/"));
        assertThat(malformed.remark()).isEqualTo("the function's answer has no statusCode");
        ProxyAnswer fine = answer(
                ApiKind.HTTP,
                PayloadVersion.V2,
                Compatibility.AWS,
                result("{}", JSON, Optional.empty(), false),
                Requests.get("/"));
        assertThat(fine.error()).isEmpty();
        assertThat(fine.remark()).isEmpty();
    }

    @Test
    void headersThatAreNotAsciiGoOutAsUtf8() {
        ProxyAnswer answer = answer(
                ApiKind.HTTP,
                PayloadVersion.V2,
                Compatibility.AWS,
                result("{\"statusCode\":200,\"headers\":{\"A\":\"\u010A\"}}", JSON, Optional.empty(), false),
                Requests.get("/"));
        assertThat(answer.response().headers()).contains(new Header("A", "\u00C4\u008A"));
    }

    @Test
    void tooLargeAnswerIsNamedWithItsSize() {
        ProxyAnswer answer = answer(
                ApiKind.REST,
                PayloadVersion.V1,
                Compatibility.AWS,
                result("x".repeat(6_291_557), JSON, Optional.empty(), false),
                Requests.get("/"));
        assertThat(answer.remark())
                .isEqualTo("The response is 6,291,557 bytes; Lambda takes at most 6,291,556 in a response");
        assertThat(List.of(answer.error())).containsExactly(Optional.of(GatewayError.INTEGRATION_FAILURE));
    }
}
