package io.github.sammaven.core.local.apigateway;

import static io.github.sammaven.core.local.apigateway.RowExchange.header;
import static io.github.sammaven.core.local.apigateway.RowRequest.get;

import java.util.function.Function;
import java.util.stream.Stream;

/** What becomes of the answers of functions. */
final class ResponseRows {

    private static final RowRequest REST = get("Rest", "/things");
    private static final RowRequest FIRST = get("Http", "/first/1");
    private static final RowRequest SECOND = get("Http", "/things");
    private static final String REST_ERROR = "502 {\"message\": \"Internal server error\"}";
    private static final String HTTP_ERROR = "500 {\"message\":\"Internal Server Error\"}";
    private static final String SAM_CLI_ERROR = "502 {\"message\":\"Internal server error\"}";

    private ResponseRows() {}

    static Stream<GatewayRow> rows() {
        return Stream.concat(first(), second());
    }

    private static Stream<GatewayRow> first() {
        return Stream.of(
                malformed("the answer must be an object", REST.answered("[1]")),
                malformed("the answer must be JSON", REST.answered("hello")),
                row("REST: no status", REST.answered("{\"body\":\"hi\"}"), RowExchange::answer, REST_ERROR, "200 hi"),
                row(
                        "REST: the status 0",
                        REST.answered("{\"statusCode\":0,\"body\":\"hi\"}"),
                        RowExchange::answer,
                        REST_ERROR,
                        "200 hi"),
                row(
                        "HTTP API, payload 1.0: no status",
                        FIRST.answered("{\"body\":\"hi\"}"),
                        RowExchange::answer,
                        HTTP_ERROR,
                        SAM_CLI_ERROR),
                same(
                        "the status may be text",
                        REST.answered("{\"statusCode\":\"201\",\"body\":\"hi\"}"),
                        RowExchange::answer,
                        "201 hi"),
                malformed("the status must be one", REST.answered("{\"statusCode\":\"x\"}")),
                malformed("the status must be above 0", REST.answered("{\"statusCode\":-1}")),
                same(
                        "headers and multiValueHeaders are put together, several values first",
                        REST.answered("{\"statusCode\":200,\"headers\":{\"X-A\":\"3\"},"
                                + "\"multiValueHeaders\":{\"X-A\":[\"1\",\"2\"]}}"),
                        header("X-A"),
                        "1 | 2 | 3"),
                same(
                        "a value that is there already is not added",
                        REST.answered("{\"statusCode\":200,\"headers\":{\"X-A\":\"1\"},"
                                + "\"multiValueHeaders\":{\"X-A\":[\"1\",\"2\"]}}"),
                        header("X-A"),
                        "1 | 2"),
                malformed("REST: a field that is not known", REST.answered("{\"statusCode\":200,\"extra\":1}")),
                same(
                        "REST: cookies is a field that is known",
                        REST.answered("{\"statusCode\":200,\"body\":\"hi\",\"cookies\":[]}"),
                        RowExchange::answer,
                        "200 hi"),
                same(
                        "HTTP API, payload 1.0: a field that is not known is left out",
                        FIRST.answered("{\"statusCode\":200,\"body\":\"hi\",\"extra\":1}"),
                        RowExchange::answer,
                        "200 hi"),
                same(
                        "REST: base64Encoded goes before isBase64Encoded",
                        REST.with("Accept", "image/png")
                                .answered("{\"statusCode\":200,\"base64Encoded\":true,\"isBase64Encoded\":false,"
                                        + "\"body\":\"aGk=\",\"headers\":{\"Content-Type\":\"image/png\"}}"),
                        RowExchange::answer,
                        "200 hi"),
                same(
                        "HTTP API, payload 1.0: only isBase64Encoded counts",
                        FIRST.answered("{\"statusCode\":200,\"base64Encoded\":true,\"body\":\"aGk=\"}"),
                        RowExchange::answer,
                        "200 aGk="),
                same(
                        "a flag may be text",
                        FIRST.answered("{\"statusCode\":200,\"isBase64Encoded\":\"True\",\"body\":\"aGk=\"}"),
                        RowExchange::answer,
                        "200 hi"),
                malformed(
                        "a flag that is neither true nor false",
                        REST.answered("{\"statusCode\":200,\"isBase64Encoded\":1}")),
                same(
                        "the body null is empty",
                        REST.answered("{\"statusCode\":200,\"body\":null}"),
                        RowExchange::answer,
                        "200"),
                row(
                        "REST: a body that is no text",
                        REST.answered("{\"statusCode\":200,\"body\":{\"a\":true}}"),
                        RowExchange::answer,
                        REST_ERROR,
                        "200 {'a': True}"),
                row(
                        "a body that is no base64",
                        FIRST.answered("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"%%\"}"),
                        RowExchange::answer,
                        HTTP_ERROR,
                        "200 %%"),
                same(
                        "the type is JSON unless the function says another",
                        REST.answered("{\"statusCode\":200,\"body\":\"hi\"}"),
                        header("Content-Type"),
                        "application/json"));
    }

    private static Stream<GatewayRow> second() {
        return Stream.of(
                same(
                        "payload 2.0: an object with a status is a response",
                        SECOND.answered("{\"statusCode\":201,\"headers\":{\"X-A\":\"1\"},\"body\":\"hi\"}"),
                        exchange -> RowExchange.answer(exchange) + " "
                                + header("X-A").apply(exchange),
                        "201 hi 1"),
                same(
                        "payload 2.0: an object without a status is the body",
                        SECOND.answered("{\"a\":1}"),
                        RowExchange::answer,
                        "200 {\"a\":1}"),
                same(
                        "payload 2.0: its type is JSON",
                        SECOND.answered("{\"a\":1}"),
                        header("Content-Type"),
                        "application/json"),
                same("payload 2.0: a text is the body", SECOND.answered("\"hi\""), RowExchange::answer, "200 hi"),
                same("payload 2.0: a list is the body", SECOND.answered("[1]"), RowExchange::answer, "200 [1]"),
                row(
                        "payload 2.0: what is no JSON",
                        SECOND.answered("hi"),
                        RowExchange::answer,
                        HTTP_ERROR,
                        SAM_CLI_ERROR),
                same(
                        "payload 2.0: a line for each cookie",
                        SECOND.answered("{\"statusCode\":200,\"cookies\":[\"a=1\",\"b=2\"]}"),
                        header("Set-Cookie"),
                        "a=1 | b=2"),
                same(
                        "payload 2.0: cookies that are no list are left out",
                        SECOND.answered("{\"statusCode\":200,\"cookies\":\"a=1\"}"),
                        header("Set-Cookie"),
                        "absent"),
                same(
                        "payload 2.0: multiValueHeaders are left out",
                        SECOND.answered("{\"statusCode\":200,\"multiValueHeaders\":{\"X-A\":[\"1\"]}}"),
                        header("X-A"),
                        "absent"),
                same(
                        "payload 2.0: a field that is not known is left out",
                        SECOND.answered("{\"statusCode\":200,\"body\":\"hi\",\"extra\":1}"),
                        RowExchange::answer,
                        "200 hi"),
                row(
                        "payload 2.0: values of headers become text",
                        SECOND.answered("{\"statusCode\":200,\"headers\":{\"X-A\":true}}"),
                        header("X-A"),
                        "true",
                        "True"));
    }

    private static GatewayRow malformed(String line, RowRequest request) {
        return row(line, request, RowExchange::answer, REST_ERROR, SAM_CLI_ERROR);
    }

    private static GatewayRow row(
            String line, RowRequest request, Function<RowExchange, String> seen, String aws, String samCli) {
        return new GatewayRow("6", line, request, seen, aws, samCli);
    }

    private static GatewayRow same(String line, RowRequest request, Function<RowExchange, String> seen, String both) {
        return GatewayRow.same("6", line, request, seen, both);
    }
}
