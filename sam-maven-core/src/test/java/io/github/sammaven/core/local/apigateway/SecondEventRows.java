package io.github.sammaven.core.local.apigateway;

import static io.github.sammaven.core.local.apigateway.RowExchange.age;
import static io.github.sammaven.core.local.apigateway.RowExchange.change;
import static io.github.sammaven.core.local.apigateway.RowExchange.event;
import static io.github.sammaven.core.local.apigateway.RowExchange.events;
import static io.github.sammaven.core.local.apigateway.RowRequest.get;
import static io.github.sammaven.core.local.apigateway.RowRequest.post;

import java.util.function.Function;
import java.util.stream.Stream;

/** The event of payload 2.0. */
final class SecondEventRows {

    private static final RowRequest ITEM = get("Http", "/items/a%20b");
    private static final RowRequest THINGS = get("Http", "/things");

    private SecondEventRows() {}

    static Stream<GatewayRow> rows() {
        return Stream.concat(request(), context());
    }

    private static Stream<GatewayRow> request() {
        return Stream.of(
                row(
                        "there is no other payload version than 1.0 and 2.0",
                        get("Http", "/future"),
                        RowExchange::status,
                        "501",
                        "502"),
                same("version", ITEM, event("/version"), "\"2.0\""),
                same("routeKey", THINGS, event("/routeKey"), "\"GET /things\""),
                row(
                        "routeKey of a route for any method",
                        ITEM,
                        event("/routeKey"),
                        "\"ANY /items/{id}\"",
                        "\"GET /items/{id}\""),
                same("routeKey of the default route", get("Catch", "/x"), event("/routeKey"), "\"$default\""),
                row("rawPath keeps its escapes", ITEM, event("/rawPath"), "\"/items/a%20b\"", "\"/items/a b\""),
                row(
                        "rawPath begins with a named stage",
                        get("Named", "/things"),
                        event("/rawPath"),
                        "\"/dev/things\"",
                        "\"/things\""),
                same(
                        "rawQueryString as it was sent",
                        get("Http", "/things?b=%20&a&a=1"),
                        event("/rawQueryString"),
                        "\"b=%20&a&a=1\""),
                same("no query: rawQueryString is empty", THINGS, event("/rawQueryString"), "\"\""),
                row(
                        "cookies are pairs as sent",
                        THINGS.with("Cookie", "a=\"1\"; b=%20; a=2"),
                        event("/cookies"),
                        "[\"a=\\\"1\\\"\",\"b=%20\",\"a=2\"]",
                        "[\"a=2\",\"b=%20\"]"),
                row("no cookies", THINGS, event("/cookies"), "absent", "[]"),
                row(
                        "names of headers in small letters",
                        THINGS.with("X-Low", "1"),
                        events("/headers/x-low", "/headers/X-Low"),
                        "\"1\" absent",
                        "absent \"1\""),
                row(
                        "a header of two lines is joined",
                        THINGS.with("X-Two", "1").with("X-Two", "2"),
                        events("/headers/x-two", "/headers/X-Two"),
                        "\"1,2\" absent",
                        "absent \"1, 2\""),
                row(
                        "cookies are no headers",
                        THINGS.with("Cookie", "a=1"),
                        events("/headers/cookie", "/headers/Cookie"),
                        "absent absent",
                        "absent \"a=1\""),
                row(
                        "forwarded protocol and port are added",
                        THINGS,
                        events("/headers/x-forwarded-proto", "/headers/X-Forwarded-Port"),
                        "\"http\" absent",
                        "absent PORT"),
                same(
                        "values of a query parameter are joined",
                        get("Http", "/things?a=1&a=2&b=%20"),
                        event("/queryStringParameters"),
                        "{\"a\":\"1,2\",\"b\":\" \"}"),
                same("no query parameters", THINGS, event("/queryStringParameters"), "absent"),
                same("path parameters are decoded", ITEM, event("/pathParameters"), "{\"id\":\"a b\"}"),
                row("no path parameters", THINGS, event("/pathParameters"), "absent", "{}"),
                same("stage variables", THINGS, event("/stageVariables"), "{\"color\":\"blue\"}"),
                row("no stage variables", get("Named", "/things"), event("/stageVariables"), "absent", "null"),
                row("no body", THINGS, events("/body", "/isBase64Encoded"), "absent false", "\"\" false"),
                same(
                        "a text as body",
                        post("Http", "/things", "text/plain", "ä\"\n"),
                        events("/body", "/isBase64Encoded"),
                        "\"ä\\\"\\n\" false"));
    }

    private static Stream<GatewayRow> context() {
        String context = "/requestContext";
        return Stream.of(
                same("accountId", THINGS, event(context + "/accountId"), "\"123456789012\""),
                row("apiId", THINGS, event(context + "/apiId"), "\"http\"", "\"1234567890\""),
                row("domainName", THINGS, event(context + "/domainName"), "\"HOST\"", "\"localhost\""),
                row("domainPrefix", THINGS, event(context + "/domainPrefix"), "\"127\"", "\"localhost\""),
                same(
                        "http.method, http.protocol and http.sourceIp",
                        THINGS,
                        events(context + "/http/method", context + "/http/protocol", context + "/http/sourceIp"),
                        "\"GET\" \"HTTP/1.1\" \"127.0.0.1\""),
                row("http.path", ITEM, event(context + "/http/path"), "\"/items/a%20b\"", "\"/items/a b\""),
                row(
                        "http.userAgent is the client's",
                        THINGS.with("User-Agent", "row/1"),
                        event(context + "/http/userAgent"),
                        "\"row/1\"",
                        "\"Custom User Agent String\""),
                row(
                        "requestId is new in each request",
                        THINGS.twice(),
                        change(context + "/requestId"),
                        "a change",
                        "no change"),
                same("requestContext.routeKey", THINGS, event(context + "/routeKey"), "\"GET /things\""),
                same("stage, unless it is named", THINGS, event(context + "/stage"), "\"$default\""),
                same("a named stage", get("Named", "/things"), event(context + "/stage"), "\"dev\""),
                same(
                        "time is written as in access logs",
                        THINGS,
                        exchange -> event(context + "/time")
                                .apply(exchange)
                                .replaceAll("[A-Z][a-z]{2}", "Mon")
                                .replaceAll("\\d", "0"),
                        "\"00/Mon/0000:00:00:00 +0000\""),
                row(
                        "timeEpoch is milliseconds",
                        THINGS,
                        exchange ->
                                event(context + "/timeEpoch").apply(exchange).replaceAll("\\d", "0"),
                        "0000000000000",
                        "0000000000"),
                row("timeEpoch is that of the request", THINGS, age(context + "/timeEpoch"), "now", "the start"),
                same("no authorizer without one", THINGS, event(context + "/authorizer"), "absent"),
                same(
                        "text that is not ASCII comes as it was sent",
                        get("Http", "/things?a=%C3%A4%F0%9F%98%80"),
                        event("/queryStringParameters/a"),
                        "\"ä😀\""));
    }

    private static GatewayRow row(
            String line, RowRequest request, Function<RowExchange, String> seen, String aws, String samCli) {
        return new GatewayRow("4", line, request, seen, aws, samCli);
    }

    private static GatewayRow same(String line, RowRequest request, Function<RowExchange, String> seen, String both) {
        return GatewayRow.same("4", line, request, seen, both);
    }
}
