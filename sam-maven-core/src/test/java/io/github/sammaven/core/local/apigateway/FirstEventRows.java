package io.github.sammaven.core.local.apigateway;

import static io.github.sammaven.core.local.apigateway.RowExchange.age;
import static io.github.sammaven.core.local.apigateway.RowExchange.change;
import static io.github.sammaven.core.local.apigateway.RowExchange.event;
import static io.github.sammaven.core.local.apigateway.RowExchange.events;
import static io.github.sammaven.core.local.apigateway.RowRequest.get;
import static io.github.sammaven.core.local.apigateway.RowRequest.post;

import java.util.function.Function;
import java.util.stream.Stream;

/** The event of REST APIs and of payload 1.0. */
final class FirstEventRows {

    private static final RowRequest ITEM = get("Rest", "/items/a%20b");

    private FirstEventRows() {}

    static Stream<GatewayRow> rows() {
        return Stream.of(request(), context(), identity(), ofHttpApis()).flatMap(rows -> rows);
    }

    private static Stream<GatewayRow> request() {
        return Stream.of(
                same("httpMethod", RowRequest.of("Rest", "PATCH", "/items/7"), event("/httpMethod"), "\"PATCH\""),
                same("resource is the template of the route", ITEM, event("/resource"), "\"/items/{id}\""),
                same(
                        "resource of a greedy route",
                        get("Rest", "/all/x/y"),
                        events("/resource", "/pathParameters"),
                        "\"/all/{proxy+}\" {\"proxy\":\"x/y\"}"),
                row("path keeps its escapes", ITEM, event("/path"), "\"/items/a%20b\"", "\"/items/a b\""),
                row(
                        "names of headers as the client wrote them",
                        ITEM.with("X-low-CASE", "1"),
                        events("/headers/X-low-CASE", "/headers/X-Low-Case"),
                        "\"1\" absent",
                        "absent \"1\""),
                row(
                        "a header of two lines: the last value, all of them in the list",
                        ITEM.with("X-Two", "1").with("X-Two", "2"),
                        events("/headers/X-Two", "/multiValueHeaders/X-Two"),
                        "\"2\" [\"1\",\"2\"]",
                        "\"1, 2\" [\"1, 2\"]"),
                same(
                        "X-Forwarded-Proto and X-Forwarded-Port are added",
                        ITEM,
                        events("/headers/X-Forwarded-Proto", "/headers/X-Forwarded-Port"),
                        "\"http\" PORT"),
                row("X-Forwarded-For is added", ITEM, event("/headers/X-Forwarded-For"), "\"127.0.0.1\"", "absent"),
                row(
                        "X-Amzn-Trace-Id is added",
                        ITEM,
                        exchange -> event("/headers/X-Amzn-Trace-Id")
                                .apply(exchange)
                                .replaceAll("[0-9a-f]{8,}", "HEX"),
                        "\"Root=1-HEX-HEX\"",
                        "absent"),
                same("Host is there", ITEM, event("/headers/Host"), "\"HOST\""),
                same(
                        "the last value of a query parameter, all of them in the list",
                        get("Rest", "/things?a=1&a=2%20x"),
                        events("/queryStringParameters", "/multiValueQueryStringParameters"),
                        "{\"a\":\"2 x\"} {\"a\":[\"1\",\"2 x\"]}"),
                same(
                        "a query parameter without a value is empty text",
                        get("Rest", "/things?y"),
                        event("/queryStringParameters"),
                        "{\"y\":\"\"}"),
                same(
                        "no query: null",
                        get("Rest", "/things"),
                        events("/queryStringParameters", "/multiValueQueryStringParameters"),
                        "null null"),
                same("path parameters are decoded", ITEM, event("/pathParameters"), "{\"id\":\"a b\"}"),
                same("no path parameters: null", get("Rest", "/things"), event("/pathParameters"), "null"),
                same("stage variables", ITEM, event("/stageVariables"), "{\"color\":\"blue\"}"),
                same("no stage variables: null", get("Bare", "/things"), event("/stageVariables"), "null"),
                same("no body: null", get("Rest", "/things"), events("/body", "/isBase64Encoded"), "null false"),
                same(
                        "a text as body",
                        post("Rest", "/things", "text/plain", "ä\"\n"),
                        events("/body", "/isBase64Encoded"),
                        "\"ä\\\"\\n\" false"));
    }

    private static Stream<GatewayRow> context() {
        String context = "/requestContext";
        return Stream.of(
                same("accountId", ITEM, event(context + "/accountId"), "\"123456789012\""),
                row("apiId", ITEM, event(context + "/apiId"), "\"rest\"", "\"1234567890\""),
                row(
                        "resourceId",
                        ITEM,
                        exchange ->
                                event(context + "/resourceId").apply(exchange).replaceAll("[0-9a-z]{6,}", "ID"),
                        "\"ID\"",
                        "\"ID\""),
                same("resourcePath is the template", ITEM, event(context + "/resourcePath"), "\"/items/{id}\""),
                row(
                        "requestContext.path has the stage and the real path",
                        ITEM,
                        event(context + "/path"),
                        "\"/Prod/items/a%20b\"",
                        "\"/items/{id}\""),
                same("requestContext.httpMethod", ITEM, event(context + "/httpMethod"), "\"GET\""),
                same("stage", ITEM, event(context + "/stage"), "\"Prod\""),
                same("protocol", ITEM, event(context + "/protocol"), "\"HTTP/1.1\""),
                same("domainName is the host", ITEM, event(context + "/domainName"), "\"HOST\""),
                row(
                        "requestId is new in each request",
                        ITEM.twice(),
                        change(context + "/requestId"),
                        "a change",
                        "no change"),
                row(
                        "extendedRequestId",
                        ITEM,
                        exchange -> event(context + "/extendedRequestId")
                                        .apply(exchange)
                                        .equals("null")
                                ? "null"
                                : "a text",
                        "a text",
                        "null"),
                same(
                        "requestTime is written as in access logs",
                        ITEM,
                        exchange -> event(context + "/requestTime")
                                .apply(exchange)
                                .replaceAll("[A-Z][a-z]{2}", "Mon")
                                .replaceAll("\\d", "0"),
                        "\"00/Mon/0000:00:00:00 +0000\""),
                same(
                        "requestTimeEpoch is milliseconds",
                        ITEM,
                        exchange -> event(context + "/requestTimeEpoch")
                                .apply(exchange)
                                .replaceAll("\\d", "0"),
                        "0000000000000"),
                row(
                        "requestTimeEpoch is that of the request",
                        ITEM,
                        age(context + "/requestTimeEpoch"),
                        "now",
                        "the start"),
                same(
                        "operationName of the definition",
                        get("Own", "/named"),
                        event(context + "/operationName"),
                        "\"nameIt\""),
                same("no operationName without one", ITEM, event(context + "/operationName"), "absent"),
                same("no authorizer without one", ITEM, event(context + "/authorizer"), "absent"));
    }

    private static Stream<GatewayRow> identity() {
        String identity = "/requestContext/identity";
        return Stream.of(
                same(
                        "identity of nobody is null",
                        ITEM,
                        events(
                                identity + "/apiKey",
                                identity + "/userArn",
                                identity + "/cognitoAuthenticationType",
                                identity + "/caller",
                                identity + "/user",
                                identity + "/cognitoIdentityPoolId",
                                identity + "/cognitoAuthenticationProvider",
                                identity + "/accountId"),
                        "null null null null null null null null"),
                row(
                        "AWS has further fields of the identity",
                        ITEM,
                        events(identity + "/accessKey", identity + "/cognitoIdentityId", identity + "/principalOrgId"),
                        "null null null",
                        "absent absent absent"),
                same("sourceIp", ITEM, event(identity + "/sourceIp"), "\"127.0.0.1\""),
                row(
                        "userAgent is the client's",
                        ITEM.with("User-Agent", "row/1"),
                        event(identity + "/userAgent"),
                        "\"row/1\"",
                        "\"Custom User Agent String\""));
    }

    private static Stream<GatewayRow> ofHttpApis() {
        RowRequest first = get("Http", "/first/7?a=1");
        return Stream.of(
                same("payload 1.0 of an HTTP API says its version", first, event("/version"), "\"1.0\""),
                same("a REST API has no version", ITEM, event("/version"), "absent"),
                same(
                        "payload 1.0 of an HTTP API has the fields of a REST API",
                        first,
                        events(
                                "/httpMethod",
                                "/resource",
                                "/path",
                                "/queryStringParameters",
                                "/pathParameters",
                                "/body"),
                        "\"GET\" \"/first/{id}\" \"/first/7\" {\"a\":\"1\"} {\"id\":\"7\"} null"),
                same(
                        "payload 1.0 of an HTTP API has no operationName",
                        get("OwnHttp", "/named"),
                        events("/version", "/requestContext/operationName"),
                        "\"1.0\" absent"));
    }

    private static GatewayRow row(
            String line, RowRequest request, Function<RowExchange, String> seen, String aws, String samCli) {
        return new GatewayRow("3", line, request, seen, aws, samCli);
    }

    private static GatewayRow same(String line, RowRequest request, Function<RowExchange, String> seen, String both) {
        return GatewayRow.same("3", line, request, seen, both);
    }
}
