package io.github.sammaven.core.local.apigateway;

import static io.github.sammaven.core.local.apigateway.RowExchange.header;
import static io.github.sammaven.core.local.apigateway.RowRequest.get;
import static io.github.sammaven.core.local.apigateway.RowRequest.post;

import java.util.function.Function;
import java.util.stream.Stream;

/** What the gateway answers by itself. */
final class GatewayErrorRows {

    private static final String NO_TOKEN = "403 {\"message\":\"Missing Authentication Token\"}";
    private static final String NOT_FOUND = "404 {\"message\":\"Not Found\"}";
    private static final String HTTP_ERROR = "500 {\"message\":\"Internal Server Error\"}";
    private static final String NO_FUNCTION = "502 {\"message\":\"No function defined for resource method\"}";
    private static final String SAM_CLI_ERROR = "{\"message\":\"Internal server error\"}";
    private static final RowRequest.Answer RAISED = RowRequest.Answer.raised("no");
    private static final RowRequest.Answer PYTHON_ERROR = new RowRequest.Answer(
            RowRequest.Answer.returned("{\"errorMessage\":\"no\",\"errorType\":\"ValueError\",\"requestId\":\"r\","
                            + "\"stackTrace\":[]}")
                    .payload(),
            RowRequest.Answer.Kind.RAISED);
    private static final RowRequest.Answer TIMED_OUT = new RowRequest.Answer(
            RowRequest.Answer.returned("Task timed out after 3.00 seconds").payload(),
            RowRequest.Answer.Kind.TIMED_OUT);
    private static final int TOO_LARGE = 10_485_761;

    private GatewayErrorRows() {}

    static Stream<GatewayRow> rows() {
        return Stream.concat(ofRoutes(), ofFunctions());
    }

    private static Stream<GatewayRow> ofRoutes() {
        return Stream.of(
                row("REST: no such path", get("Rest", "/nowhere"), NO_TOKEN, NO_TOKEN),
                row("REST: another method", RowRequest.of("Rest", "DELETE", "/things"), NO_TOKEN, NO_TOKEN),
                row("HTTP API: no such path", get("Http", "/nowhere"), NOT_FOUND, NO_TOKEN),
                row("HTTP API: another method", RowRequest.of("Http", "DELETE", "/things"), NOT_FOUND, NO_TOKEN),
                new GatewayRow(
                        "6",
                        "REST: the type of the error is a header",
                        get("Rest", "/nowhere"),
                        header("x-amzn-ErrorType"),
                        "MissingAuthenticationTokenException",
                        "absent"),
                row(
                        "REST: a body of more than 10 MB; SAM CLI has the limit of Lambda only",
                        post("Rest", "/things", "text/plain", new byte[TOO_LARGE]),
                        "413 {\"message\":\"Request Too Long\"}",
                        "413 {\"message\":\"Request Too Long\"}"),
                row(
                        "HTTP API: a body of more than 10 MB; SAM CLI has the limit of Lambda only",
                        post("Http", "/things", "text/plain", new byte[TOO_LARGE]),
                        "413 {\"message\":\"Request Entity Too Large\"}",
                        "413 {\"message\":\"Request Too Long\"}"));
    }

    private static Stream<GatewayRow> ofFunctions() {
        return Stream.of(
                row(
                        "REST: the function is missing",
                        get("Rest", "/gone"),
                        "500 {\"message\": \"Internal server error\"}",
                        NO_FUNCTION),
                row("HTTP API: the function is missing", get("Http", "/gone"), HTTP_ERROR, NO_FUNCTION),
                row(
                        "REST: the function raised",
                        get("Rest", "/things").answered(RAISED),
                        "502 {\"message\": \"Internal server error\"}",
                        "500 " + SAM_CLI_ERROR),
                row(
                        "HTTP API: the function raised",
                        get("Http", "/things").answered(RAISED),
                        HTTP_ERROR,
                        "500 " + SAM_CLI_ERROR),
                row(
                        "the four keys of an error of Python are an error",
                        get("Http", "/things").answered(PYTHON_ERROR),
                        HTTP_ERROR,
                        "500 " + SAM_CLI_ERROR),
                row(
                        "REST: the function's time is over",
                        get("Rest", "/things").answered(TIMED_OUT),
                        "502 {\"message\": \"Internal server error\"}",
                        "502 " + SAM_CLI_ERROR),
                row(
                        "HTTP API: the function's time is over",
                        get("Http", "/things").answered(TIMED_OUT),
                        HTTP_ERROR,
                        "502 " + SAM_CLI_ERROR),
                row(
                        "REST: the gateway's time is over; SAM CLI waits",
                        get("Own", "/slow").answered(RowRequest.Answer.late("{\"statusCode\":200,\"body\":\"late\"}")),
                        "504 {\"message\": \"Endpoint request timed out\"}",
                        "200 late"),
                row(
                        "HTTP API: the gateway's time is over; SAM CLI waits",
                        get("OwnHttp", "/slow")
                                .answered(RowRequest.Answer.late("{\"statusCode\":200,\"body\":\"late\"}")),
                        "503 {\"message\":\"Service Unavailable\"}",
                        "200 late"),
                row(
                        "REST: no environment can be started",
                        get("Rest", "/broken"),
                        "502 {\"message\": \"Internal server error\"}",
                        "501 {\"message\":\"No container for Broken\"}"),
                row(
                        "HTTP API: no environment can be started",
                        get("Http", "/broken"),
                        HTTP_ERROR,
                        "501 {\"message\":\"No container for Broken\"}"));
    }

    private static GatewayRow row(String line, RowRequest request, String aws, String samCli) {
        Function<RowExchange, String> seen = RowExchange::answer;
        return new GatewayRow("6", line, request, seen, aws, samCli);
    }
}
