package io.github.sammaven.core.local.apigateway;

import static io.github.sammaven.core.local.apigateway.RowExchange.events;
import static io.github.sammaven.core.local.apigateway.RowRequest.get;
import static io.github.sammaven.core.local.apigateway.RowRequest.post;

import java.util.function.Function;
import java.util.stream.Stream;

/** Bodies of requests and responses that are no text. */
final class BinaryBodyRows {

    private static final byte[] BYTES = {(byte) 0xFF, 0, 1};
    private static final String BASE64 = "\"/wAB\" true";
    private static final String DAMAGED = "\"\uFFFD\\u0000\\u0001\" false";
    private static final String REFUSED = "not called: 502 {\"message\":\"Internal server error\"}";
    private static final String ENCODED =
            "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"aGk=\",\"headers\":{\"Content-Type\":\"image/png\"}}";

    private BinaryBodyRows() {}

    static Stream<GatewayRow> rows() {
        return Stream.concat(requests(), responses());
    }

    private static Stream<GatewayRow> requests() {
        Function<RowExchange, String> body = events("/body", "/isBase64Encoded");
        String failedTwice = REFUSED + " " + REFUSED;
        return Stream.of(
                same(
                        "REST: a type of the list is base64",
                        post("Rest", "/things", "image/png; q=1", BYTES),
                        body,
                        BASE64),
                row(
                        "REST: a wildcard of the list counts",
                        post("Rest", "/things", "audio/ogg", BYTES),
                        body,
                        BASE64,
                        failedTwice),
                row(
                        "REST: bytes of a type that is not in the list are damaged text",
                        post("Rest", "/things", "application/zip", BYTES),
                        body,
                        DAMAGED,
                        failedTwice),
                same(
                        "REST: text of a type that is not in the list is text",
                        post("Rest", "/things", "application/zip", "hi"),
                        body,
                        "\"hi\" false"),
                row(
                        "HTTP API: bytes are base64 without any list",
                        post("Http", "/things", "image/png", BYTES),
                        body,
                        BASE64,
                        failedTwice),
                same("HTTP API: text/* is text", post("Http", "/things", "text/csv", "hi"), body, "\"hi\" false"),
                same(
                        "HTTP API: JSON is text",
                        post("Http", "/things", "application/json; charset=utf-8", "{}"),
                        body,
                        "\"{}\" false"),
                same(
                        "HTTP API: XML is text",
                        post("Http", "/things", "application/xml", "<a/>"),
                        body,
                        "\"<a/>\" false"),
                same(
                        "HTTP API: JavaScript is text",
                        post("Http", "/things", "application/javascript", "a"),
                        body,
                        "\"a\" false"),
                row(
                        "HTTP API: every other type is base64",
                        post("Http", "/things", "application/x-www-form-urlencoded", "hi"),
                        body,
                        "\"aGk=\" true",
                        "\"hi\" false"),
                row(
                        "HTTP API: what says to be text and is not UTF-8 is base64",
                        post("Http", "/things", "text/plain", BYTES),
                        body,
                        BASE64,
                        failedTwice));
    }

    private static Stream<GatewayRow> responses() {
        RowRequest rest = get("Rest", "/things").answered(ENCODED);
        return Stream.of(
                same(
                        "REST: base64 is decoded where the client accepts a type of the list",
                        rest.with("Accept", "image/png"),
                        RowExchange::answer,
                        "200 hi"),
                same("REST: no Accept, no decoding", rest, RowExchange::answer, "200 aGk="),
                row(
                        "REST: AWS looks at the first entry of Accept only",
                        rest.with("Accept", "text/html, image/png"),
                        RowExchange::answer,
                        "200 aGk=",
                        "200 hi"),
                row(
                        "REST: SAM CLI takes wildcards of Accept",
                        rest.with("Accept", "image/*"),
                        RowExchange::answer,
                        "200 aGk=",
                        "200 hi"),
                same(
                        "HTTP API: base64 is always decoded",
                        get("Http", "/things").answered(ENCODED),
                        RowExchange::answer,
                        "200 hi"),
                same(
                        "HTTP API, payload 1.0: base64 is always decoded",
                        get("Http", "/first/1").answered(ENCODED),
                        RowExchange::answer,
                        "200 hi"));
    }

    private static GatewayRow row(
            String line, RowRequest request, Function<RowExchange, String> seen, String aws, String samCli) {
        return new GatewayRow("5", line, request, seen, aws, samCli);
    }

    private static GatewayRow same(String line, RowRequest request, Function<RowExchange, String> seen, String both) {
        return GatewayRow.same("5", line, request, seen, both);
    }
}
