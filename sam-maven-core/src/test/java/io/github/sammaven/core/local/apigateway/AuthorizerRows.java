package io.github.sammaven.core.local.apigateway;

import static io.github.sammaven.core.local.apigateway.RowExchange.event;
import static io.github.sammaven.core.local.apigateway.RowExchange.guardEvent;
import static io.github.sammaven.core.local.apigateway.RowExchange.header;
import static io.github.sammaven.core.local.apigateway.RowRequest.get;

import java.util.function.Function;
import java.util.stream.Stream;

/** Who may pass, and what functions learn about them. */
final class AuthorizerRows {

    private static final String ALLOW = policy("Allow", "execute-api:Invoke", "*", "");
    private static final String DENY = policy("Deny", "execute-api:Invoke", "*", "");
    private static final RowRequest TOKEN =
            get("Rest", "/token").with("X-Token", "t-1").guarded(ALLOW);
    private static final RowRequest ASKED =
            get("Rest", "/asked?who=me").with("X-Token", "t-1").guarded(ALLOW);
    private static final RowRequest SIMPLE = get("Http", "/simple?who=me")
            .with("X-Token", "t-1")
            .guarded("{\"isAuthorized\":true,\"context\":{\"n\":7}}");
    private static final RowRequest POLICY =
            get("Http", "/policy").with("X-Token", "t-1").guarded(ALLOW);
    private static final RowRequest OLD =
            get("Http", "/old?who=me").with("X-Token", "t-1").guarded(ALLOW);
    private static final String UNAUTHORIZED = "401 {\"message\":\"Unauthorized\"}";
    private static final String DENIED = "403 {\"message\":\"User is not authorized to access this resource\"}";
    private static final String FORBIDDEN = "403 {\"message\":\"Forbidden\"}";
    private static final String REST_ERROR = "500 {\"message\":null}";
    private static final String HTTP_ERROR = "500 {\"message\":\"Internal Server Error\"}";
    private static final String SAM_CLI_ERROR = "502 {\"message\":\"Internal server error\"}";

    private AuthorizerRows() {}

    static Stream<GatewayRow> rows() {
        return Stream.of(identity(), verdicts(), errors(), events(), passedOn()).flatMap(rows -> rows);
    }

    private static String policy(String effect, String action, String resource, String more) {
        return "{\"principalId\":\"me\",\"policyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":["
                + "{\"Effect\":\"" + effect + "\",\"Action\":\"" + action + "\",\"Resource\":[\"" + resource + "\"]}]}"
                + more + "}";
    }

    private static Stream<GatewayRow> identity() {
        return Stream.of(
                same("TOKEN: no token, and the function is not asked", get("Rest", "/token"), UNAUTHORIZED),
                same(
                        "TOKEN: the token must be of the form",
                        get("Rest", "/token").with("X-Token", "x-1"),
                        UNAUTHORIZED),
                row(
                        "TOKEN: the form is that of the whole token; SAM CLI looks at its start",
                        get("Rest", "/token").with("X-Token", "t-1!").guarded(ALLOW),
                        RowExchange::answer,
                        UNAUTHORIZED,
                        "200 hello"),
                same(
                        "REQUEST: one of the identity sources is missing",
                        get("Rest", "/asked").with("X-Token", "t-1").guarded(ALLOW),
                        UNAUTHORIZED),
                same(
                        "REQUEST: an identity source is empty",
                        get("Rest", "/asked?who=").with("X-Token", "t-1").guarded(ALLOW),
                        UNAUTHORIZED),
                same("REQUEST: headers, query, stage variables and context are identity sources", ASKED, "200 hello"),
                same("HTTP API: an identity source is missing", get("Http", "/simple?who=me"), UNAUTHORIZED),
                row(
                        "the authorizer is asked once for each identity; SAM CLI asks each time",
                        get("Rest", "/kept")
                                .with("X-Token", "t-1")
                                .guarded(ALLOW)
                                .twice(),
                        RowExchange::asked,
                        "200, asked 1",
                        "200, asked 2"),
                row(
                        "without time to live it is asked each time",
                        TOKEN.twice(),
                        RowExchange::asked,
                        "200, asked 2",
                        "200, asked 2"),
                row(
                        "CORS: a preflight is answered without the authorizer",
                        RowRequest.of("Shared", "OPTIONS", "/closed")
                                .with("Origin", "https://a.example")
                                .with("Access-Control-Request-Method", "GET"),
                        RowExchange::asked,
                        "204, asked 0",
                        "200, asked 0"),
                row(
                        "HTTP API: JWT authorizers ask for a token; in SAM CLI they are open",
                        get("Http", "/jwt"),
                        RowExchange::answer,
                        UNAUTHORIZED,
                        "200 hello"),
                row(
                        "HTTP API: a JWT authorizer says how to ask",
                        get("Http", "/jwt"),
                        header("WWW-Authenticate"),
                        "Bearer",
                        "absent"),
                row(
                        "HTTP API: a JWT authorizer says what is wrong with a token",
                        get("Http", "/jwt").with("Authorization", "Bearer x"),
                        exchange -> header("WWW-Authenticate")
                                .apply(exchange)
                                .replaceAll("error_description=\"[^\"]+\"", "error_description=TEXT"),
                        "Bearer scope=\"\" error=\"invalid_token\" error_description=TEXT",
                        "absent"));
    }

    private static Stream<GatewayRow> verdicts() {
        return Stream.of(
                same("REST: Deny", TOKEN.guarded(DENY), DENIED),
                row("HTTP API: Deny", POLICY.guarded(DENY), RowExchange::answer, FORBIDDEN, DENIED),
                row(
                        "HTTP API: isAuthorized is false",
                        SIMPLE.guarded("{\"isAuthorized\":false}"),
                        RowExchange::answer,
                        FORBIDDEN,
                        DENIED),
                same("simple answers allow", SIMPLE, "200 hello"),
                row(
                        "an explicit Deny wins; SAM CLI does not look at it",
                        TOKEN.guarded(ALLOW.replace(
                                "]}]}", "]},{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}")),
                        RowExchange::answer,
                        DENIED,
                        "200 hello"),
                row(
                        "the action * counts; SAM CLI wants execute-api:Invoke",
                        TOKEN.guarded(policy("Allow", "*", "*", "")),
                        RowExchange::answer,
                        "200 hello",
                        DENIED),
                row(
                        "the action execute-api:* counts; SAM CLI wants execute-api:Invoke",
                        TOKEN.guarded(policy("Allow", "execute-api:*", "*", "")),
                        RowExchange::answer,
                        "200 hello",
                        DENIED),
                same(
                        "wildcards of resources count",
                        TOKEN.guarded(policy(
                                "Allow", "execute-api:Invoke", "arn:aws:execute-api:*:123456789012:*/Pr?d/GET/*", "")),
                        "200 hello"),
                same(
                        "another resource is not allowed",
                        TOKEN.guarded(policy("Allow", "execute-api:Invoke", "arn:aws:execute-api:*/Prod/POST/*", "")),
                        DENIED));
    }

    private static Stream<GatewayRow> errors() {
        return Stream.of(
                row(
                        "REST: an answer that makes no sense",
                        TOKEN.guarded("{\"principalId\":\"me\"}"),
                        RowExchange::answer,
                        REST_ERROR,
                        SAM_CLI_ERROR),
                row(
                        "HTTP API: an answer that makes no sense",
                        POLICY.guarded("{\"principalId\":\"me\"}"),
                        RowExchange::answer,
                        HTTP_ERROR,
                        SAM_CLI_ERROR),
                row(
                        "HTTP API: isAuthorized is neither true nor false",
                        SIMPLE.guarded("{\"isAuthorized\":\"yes\"}"),
                        RowExchange::answer,
                        HTTP_ERROR,
                        SAM_CLI_ERROR),
                row(
                        "simple answers must be enabled",
                        POLICY.guarded("{\"isAuthorized\":true}"),
                        RowExchange::answer,
                        HTTP_ERROR,
                        SAM_CLI_ERROR),
                row(
                        "REST: the error Unauthorized",
                        TOKEN.guarded(RowRequest.Answer.raised("Unauthorized")),
                        RowExchange::answer,
                        UNAUTHORIZED,
                        SAM_CLI_ERROR),
                row(
                        "REST: any other error",
                        TOKEN.guarded(RowRequest.Answer.raised("no")),
                        RowExchange::answer,
                        REST_ERROR,
                        SAM_CLI_ERROR),
                row(
                        "HTTP API: an error",
                        POLICY.guarded(RowRequest.Answer.raised("Unauthorized")),
                        RowExchange::answer,
                        HTTP_ERROR,
                        SAM_CLI_ERROR),
                row(
                        "the authorizer function is missing: closed; SAM CLI lets everybody pass",
                        get("Rest", "/lost").with("X-Token", "t-1"),
                        RowExchange::answer,
                        REST_ERROR,
                        "200 hello"));
    }

    private static Stream<GatewayRow> events() {
        String aws = "\"arn:aws:execute-api:eu-central-1:123456789012:";
        String samCli = "\"arn:aws:execute-api:us-east-1:123456789012:1234567890/";
        return Stream.of(
                row(
                        "TOKEN: the event has type, token and methodArn only",
                        TOKEN,
                        guardEvent(""),
                        "{\"type\":\"TOKEN\",\"methodArn\":" + aws + "rest/Prod/GET/token\","
                                + "\"authorizationToken\":\"t-1\"}",
                        "{\"type\":\"TOKEN\",\"methodArn\":" + samCli + "Prod/GET/token\","
                                + "\"authorizationToken\":\"t-1\"}"),
                same("REQUEST: the type", ASKED, guardEvent("/type"), "\"REQUEST\""),
                row(
                        "REQUEST: methodArn",
                        ASKED,
                        guardEvent("/methodArn"),
                        aws + "rest/Prod/GET/asked\"",
                        samCli + "Prod/GET/asked\""),
                same("REQUEST: the event of payload 1.0", ASKED, guardEvent("/resource"), "\"/asked\""),
                same(
                        "HTTP API, 1.0: the sources, joined",
                        OLD,
                        exchange -> guardEvent("/identitySource").apply(exchange) + " "
                                + guardEvent("/authorizationToken").apply(exchange),
                        "\"t-1,me\" \"t-1,me\""),
                row(
                        "HTTP API, 1.0: methodArn",
                        OLD,
                        guardEvent("/methodArn"),
                        aws + "http/$default/GET/old\"",
                        samCli + "None/GET/old\""),
                same(
                        "HTTP API, 2.0: the sources, as a list",
                        SIMPLE,
                        guardEvent("/identitySource"),
                        "[\"t-1\",\"me\"]"),
                row(
                        "HTTP API, 2.0: routeArn",
                        SIMPLE,
                        guardEvent("/routeArn"),
                        aws + "http/$default/GET/simple\"",
                        samCli + "None/GET/simple\""),
                row(
                        "HTTP API: the version is the authorizer's; in SAM CLI the route's",
                        get("Http", "/mixed?who=me").with("X-Token", "t-1").guarded(ALLOW),
                        guardEvent("/version"),
                        "\"1.0\"",
                        "\"2.0\""));
    }

    private static Stream<GatewayRow> passedOn() {
        String context = "/requestContext/authorizer";
        String given = policy("Allow", "execute-api:Invoke", "*", ",\"context\":{\"n\":7,\"b\":true}");
        return Stream.of(
                row(
                        "REST: the context as text, with principalId",
                        TOKEN.guarded(given),
                        exchange -> event(context + "/n").apply(exchange) + " "
                                + event(context + "/b").apply(exchange) + " "
                                + event(context + "/principalId").apply(exchange),
                        "\"7\" \"true\" \"me\"",
                        "7 true \"me\""),
                same(
                        "HTTP API, 1.0: the context, with principalId",
                        OLD.guarded(given),
                        event(context),
                        "{\"n\":7,\"b\":true,\"principalId\":\"me\"}"),
                same("HTTP API, 2.0: the context below lambda", SIMPLE, event(context), "{\"lambda\":{\"n\":7}}"),
                same(
                        "HTTP API, 2.0: the context of a policy below lambda, with principalId",
                        POLICY.guarded(given),
                        event(context + "/lambda"),
                        "{\"n\":7,\"b\":true,\"principalId\":\"me\"}"));
    }

    private static GatewayRow row(
            String line, RowRequest request, Function<RowExchange, String> seen, String aws, String samCli) {
        return new GatewayRow("7", line, request, seen, aws, samCli);
    }

    private static GatewayRow same(String line, RowRequest request, Function<RowExchange, String> seen, String both) {
        return GatewayRow.same("7", line, request, seen, both);
    }

    private static GatewayRow same(String line, RowRequest request, String both) {
        return same(line, request, RowExchange::answer, both);
    }
}
