package io.github.sammaven.core.local.lambdaapi;

import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.RequestServed;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maps requests to the operations of the Lambda API, and whatever goes wrong to its errors. */
final class LambdaApiHandler implements HttpHandler {

    private static final Pattern INVOKE = Pattern.compile("/2015-03-31/functions/(.+)/invocations/?");
    private static final Pattern STREAM =
            Pattern.compile("/2021-11-15/functions/(.+)/response-streaming-invocations/?");
    private static final Pattern CONFIGURATION = Pattern.compile("/2015-03-31/functions/(.+)/configuration/?");
    private static final Pattern FUNCTION = Pattern.compile("/2015-03-31/functions/([^/].*?)/?");

    private final FunctionDirectory directory;
    private final InvokeOperation invoke;
    private final GetFunctionOperation get = new GetFunctionOperation();
    private final EventSink events;
    private final Clock clock;

    LambdaApiHandler(FunctionDirectory directory, InvokeOperation invoke, EventSink events, Clock clock) {
        this.directory = directory;
        this.invoke = invoke;
        this.events = events;
        this.clock = clock;
    }

    /** What answers a request. */
    @FunctionalInterface
    private interface Operation {
        String run(HttpServerExchange exchange, FunctionCall call, String requestId) throws IOException;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        LocalTime at = LocalTime.now(clock);
        long began = System.nanoTime();
        String requestId = UUID.randomUUID().toString();
        exchange.getResponseHeaders().put(LambdaHeaders.REQUEST_ID, requestId);
        String detail = "";
        try {
            detail = route(exchange, requestId);
        } catch (LambdaRefusal refusal) {
            detail = refuse(exchange, refusal.error());
        } catch (SamException failure) {
            detail = refuse(exchange, LambdaError.service(failure.getMessage())) + ": " + failure.getMessage();
        } finally {
            exchange.endExchange();
            events.accept(new RequestServed(
                    at,
                    exchange.getRequestMethod().toString(),
                    exchange.getRequestPath()
                            + (exchange.getQueryString().isEmpty() ? "" : "?" + exchange.getQueryString()),
                    exchange.getStatusCode(),
                    Duration.ofNanos(System.nanoTime() - began),
                    Math.max(0, exchange.getRequestContentLength()),
                    Math.max(0, exchange.getResponseBytesSent()),
                    detail));
        }
    }

    private String route(HttpServerExchange exchange, String requestId) throws IOException {
        String path = exchange.getRequestPath();
        Matcher match = INVOKE.matcher(path);
        if (match.matches()) {
            return run(exchange, "POST", match, invoke::invoke, requestId);
        }
        match = STREAM.matcher(path);
        if (match.matches()) {
            return run(exchange, "POST", match, invoke::invokeWithResponseStream, requestId);
        }
        match = CONFIGURATION.matcher(path);
        if (match.matches()) {
            return run(exchange, "GET", match, (same, call, id) -> get.configuration(same, call), requestId);
        }
        match = FUNCTION.matcher(path);
        if (match.matches()) {
            return run(exchange, "GET", match, (same, call, id) -> get.function(same, call), requestId);
        }
        throw new LambdaRefusal(LambdaError.unknownPath());
    }

    private String run(HttpServerExchange exchange, String method, Matcher path, Operation operation, String requestId)
            throws IOException {
        if (!exchange.getRequestMethod().equalToString(method)) {
            exchange.getResponseHeaders().put(Headers.ALLOW, method);
            throw new LambdaRefusal(LambdaError.unknownMethod());
        }
        // Undertow leaves an escaped slash as it is, and clients escape those of a nested function.
        String name = path.group(1).replace("%2F", "/").replace("%2f", "/");
        return operation.run(exchange, directory.find(name, qualifier(exchange)), requestId);
    }

    private static Optional<String> qualifier(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getQueryParameters().get("Qualifier"))
                .map(Deque::getFirst)
                .filter(text -> !text.isEmpty());
    }

    private static String refuse(HttpServerExchange exchange, LambdaError error) throws IOException {
        if (exchange.isResponseStarted()) {
            return error.name();
        }
        exchange.setStatusCode(error.status());
        exchange.getResponseHeaders().put(LambdaHeaders.ERROR_TYPE, error.name());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getOutputStream().write(error.body());
        return error.name();
    }
}
