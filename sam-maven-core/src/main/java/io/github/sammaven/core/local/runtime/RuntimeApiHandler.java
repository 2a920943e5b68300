package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.FunctionError;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.PayloadGuard;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The calls of the Runtime API, version 2018-06-01. */
final class RuntimeApiHandler implements HttpHandler {

    private static final String BASE = "/2018-06-01/";
    private static final String INVOCATION = BASE + "runtime/invocation/";
    private static final String JSON = "application/json";
    private static final HttpString REQUEST_ID = new HttpString("Lambda-Runtime-Aws-Request-Id");
    private static final HttpString DEADLINE = new HttpString("Lambda-Runtime-Deadline-Ms");
    private static final HttpString ARN = new HttpString("Lambda-Runtime-Invoked-Function-Arn");
    private static final HttpString CLIENT_CONTEXT = new HttpString("Lambda-Runtime-Client-Context");
    private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";

    private final RuntimeSession session;
    private final String functionArn;

    RuntimeApiHandler(RuntimeSession session, String functionArn) {
        this.session = session;
        this.functionArn = functionArn;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String path = exchange.getRequestPath();
        if (path.equals(INVOCATION + "next")) {
            // The exchange stays open until an event comes, which may be never.
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> next(exchange));
        } else if (path.equals(BASE + "runtime/init/error")) {
            withBody(exchange, body -> session.initError(reported(exchange, body)));
        } else if (path.startsWith(INVOCATION) && path.endsWith("/response")) {
            withBody(exchange, body -> response(requestId(path, "/response"), body));
        } else if (path.startsWith(INVOCATION) && path.endsWith("/error")) {
            withBody(exchange, body -> session.answer(requestId(path, "/error"), reported(exchange, body)));
        } else if (path.equals(BASE + "ping")) {
            exchange.getResponseSender().send("pong");
        } else {
            refuse(exchange, ApiRefusal.UNKNOWN_CALL);
        }
    }

    private void next(HttpServerExchange exchange) {
        session.next(delivery ->
                        // Only the exchange's own thread may write to it.
                        exchange.getIoThread().execute(() -> send(exchange, delivery)))
                .ifPresent(refusal -> refuse(exchange, refusal));
    }

    private void send(HttpServerExchange exchange, Delivery delivery) {
        Invocation invocation = delivery.invocation();
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, JSON)
                .put(REQUEST_ID, invocation.requestId())
                .put(DEADLINE, Long.toString(delivery.deadline().toEpochMilli()))
                .put(ARN, functionArn);
        invocation.clientContext().ifPresent(context -> exchange.getResponseHeaders()
                .put(CLIENT_CONTEXT, context));
        exchange.getResponseSender().send(ByteBuffer.wrap(invocation.payload()));
    }

    private Optional<ApiRefusal> response(String requestId, LimitedBody body) {
        if (!body.isTooLarge()) {
            return session.answer(requestId, RuntimeAnswer.success(body.bytes()));
        }
        FunctionError tooLarge =
                new FunctionError(FunctionError.RESPONSE_TOO_LARGE, PayloadGuard.responseTooLarge(body.size()));
        return session.answer(requestId, RuntimeAnswer.failure(tooLarge))
                .or(() -> Optional.of(ApiRefusal.tooLarge(body.limit())));
    }

    private static RuntimeAnswer reported(HttpServerExchange exchange, LimitedBody body) {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst(ERROR_TYPE))
                .orElse("");
        return RuntimeAnswer.reported(body.bytes(), type);
    }

    private static String requestId(String path, String end) {
        return path.substring(INVOCATION.length(), Math.max(INVOCATION.length(), path.length() - end.length()));
    }

    /** Reads the body on a worker thread, since it may be large, and answers with what {@code call} says. */
    private static void withBody(HttpServerExchange exchange, BodyCall call) {
        exchange.dispatch(() -> {
            exchange.startBlocking();
            try {
                LimitedBody body = LimitedBody.read(
                        exchange.getInputStream(), exchange.getRequestContentLength(), PayloadGuard.MAX_RESPONSE_BYTES);
                Optional<ApiRefusal> refusal = call.apply(body);
                if (refusal.isPresent()) {
                    refuse(exchange, refusal.get());
                } else {
                    reply(exchange, 202, "{\"status\":\"OK\"}");
                }
            } catch (IOException cutOff) {
                refuse(exchange, new ApiRefusal(400, "TruncatedHTTPRequest", "The body was cut off"));
            }
        });
    }

    /** What a call does with its body. */
    @FunctionalInterface
    private interface BodyCall {

        Optional<ApiRefusal> apply(LimitedBody body);
    }

    private static void refuse(HttpServerExchange exchange, ApiRefusal refusal) {
        reply(exchange, refusal.status(), refusal.json());
    }

    private static void reply(HttpServerExchange exchange, int status, String json) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, JSON);
        exchange.getResponseSender().send(json, StandardCharsets.UTF_8);
    }
}
