package io.github.sammaven.core.local.apigateway;

import static io.github.sammaven.core.local.apigateway.RowRequest.get;

import java.util.stream.Stream;

/** What pages of other origins may read. */
final class CorsRows {

    private static final String ORIGIN = "https://a.example";
    private static final String ALL = "DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT";

    private CorsRows() {}

    static Stream<GatewayRow> rows() {
        return Stream.concat(rest(), http());
    }

    private static RowRequest preflight(String api, String origin) {
        return RowRequest.of(api, "OPTIONS", "/things")
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "GET");
    }

    private static Stream<GatewayRow> rest() {
        String configured = "{allow-credentials=true, allow-headers=x-own, allow-methods=GET,"
                + " allow-origin=https://a.example, max-age=60}";
        RowRequest own = get("Pages", "/things")
                .answered("{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"*\"}}");
        return Stream.of(
                row(
                        "REST: a preflight gets the headers as they are configured; SAM CLI adds OPTIONS to the methods",
                        preflight("Pages", ORIGIN),
                        "200 " + configured,
                        "200 " + configured.replace("=GET", "=GET,OPTIONS")),
                row(
                        "REST: without an Origin too",
                        RowRequest.of("Pages", "OPTIONS", "/things"),
                        "200 " + configured,
                        "200 " + configured.replace("=GET", "=GET,OPTIONS")),
                row(
                        "REST: the origin is not looked at",
                        preflight("Pages", "https://b.example"),
                        "200 " + configured,
                        "200 " + configured.replace("=GET", "=GET,OPTIONS")),
                row(
                        "REST: an origin alone allows the methods of the path; what is not configured is left out",
                        preflight("Star", ORIGIN),
                        "200 {allow-methods=GET,OPTIONS, allow-origin=*}",
                        "200 {allow-methods=GET,OPTIONS, allow-origin=*}"),
                row(
                        "REST: an answer has the headers of the function only; SAM CLI puts the configured ones there",
                        own,
                        "200 {allow-origin=*}",
                        "200 " + configured.replace("=GET", "=GET,OPTIONS")),
                row(
                        "REST: an error has no headers",
                        get("Pages", "/closed").with("Origin", ORIGIN),
                        "401 {}",
                        "401 {}"),
                row(
                        "REST without CORS: OPTIONS is a method like any other",
                        preflight("Rest", ORIGIN),
                        "403 {}",
                        "403 {}"));
    }

    private static Stream<GatewayRow> http() {
        String samCli = "{allow-credentials=true, allow-headers=x-own, allow-methods=GET,OPTIONS,"
                + " allow-origin=https://a.example, max-age=60}";
        RowRequest own = get("Shared", "/things")
                .answered("{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"*\"}}");
        return Stream.of(
                row(
                        "HTTP API: a preflight of a listed origin",
                        preflight("Shared", ORIGIN),
                        "204 {allow-credentials=true, allow-headers=x-own, allow-methods=GET,"
                                + " allow-origin=https://a.example, max-age=60}",
                        "200 " + samCli),
                row(
                        "HTTP API: a preflight of another origin",
                        preflight("Shared", "https://b.example"),
                        "204 {}",
                        "200 {}"),
                row(
                        "HTTP API: a preflight has Access-Control-Request-Method; SAM CLI does not ask for it",
                        RowRequest.of("Shared", "OPTIONS", "/things").with("Origin", ORIGIN),
                        "404 {allow-credentials=true, allow-origin=https://a.example, expose-headers=x-shown}",
                        "200 " + samCli),
                row(
                        "HTTP API: any origin",
                        preflight("Open", ORIGIN),
                        "204 {allow-origin=*}",
                        "200 {allow-methods=" + ALL + ", allow-origin=*}"),
                row("HTTP API: without an Origin no headers", get("Shared", "/things"), "200 {}", "200 {}"),
                row(
                        "HTTP API: the gateway's headers in place of the function's",
                        own.with("Origin", ORIGIN),
                        "200 {allow-credentials=true, allow-origin=https://a.example, expose-headers=x-shown}",
                        "200 " + samCli),
                row(
                        "HTTP API: to another origin none",
                        get("Shared", "/things").with("Origin", "https://b.example"),
                        "200 {}",
                        "200 {}"),
                row(
                        "HTTP API: errors have them too; not in SAM CLI",
                        get("Shared", "/closed").with("Origin", ORIGIN),
                        "401 {allow-credentials=true, allow-origin=https://a.example, expose-headers=x-shown}",
                        "401 {}"));
    }

    private static GatewayRow row(String line, RowRequest request, String aws, String samCli) {
        return new GatewayRow("8", line, request, RowExchange::cors, aws, samCli);
    }
}
