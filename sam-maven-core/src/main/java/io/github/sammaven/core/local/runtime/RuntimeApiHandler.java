package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.PayloadGuard;
import io.github.sammaven.core.local.runtime.RuntimeAnswer.Kind;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Maps the calls of the Runtime API to the {@link RuntimeLink} of the current process. */
final class RuntimeApiHandler implements HttpHandler {

    private static final String ROOT = "/2018-06-01/";
    private static final String INVOCATION = ROOT + "runtime/invocation/";
    private static final HttpString REQUEST_ID = new HttpString("Lambda-Runtime-Aws-Request-Id");
    private static final HttpString DEADLINE = new HttpString("Lambda-Runtime-Deadline-Ms");
    private static final HttpString ARN = new HttpString("Lambda-Runtime-Invoked-Function-Arn");
    private static final HttpString TRACE_ID = new HttpString("Lambda-Runtime-Trace-Id");
    private static final HttpString CLIENT_CONTEXT = new HttpString("Lambda-Runtime-Client-Context");
    private static final HttpString ERROR_TYPE = new HttpString("Lambda-Runtime-Function-Error-Type");
    private static final HttpString RESPONSE_MODE = new HttpString("Lambda-Runtime-Function-Response-Mode");
    private static final Pattern CATEGORY = Pattern.compile("(Runtime|Function)\\.[A-Z][a-zA-Z]+");

    private final String functionArn;
    private volatile RuntimeLink link = new RuntimeLink();

    RuntimeApiHandler(String functionArn) {
        this.functionArn = functionArn;
    }

    void serve(RuntimeLink next) {
        link = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String path = exchange.getRequestPath();
        String call = exchange.getRequestMethod() + " " + path;
        RuntimeLink current = link;
        if (call.equals("GET " + INVOCATION + "next")) {
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> park(current, exchange));
        } else if (call.equals("POST " + ROOT + "runtime/init/error")) {
            String category = category(exchange, "Runtime.Unknown");
            receive(exchange, Kind.ERROR, category, error -> {
                if (current.failInit(error)) {
                    accept(exchange);
                } else {
                    refuse(exchange, ApiError.INVALID_STATE);
                }
            });
        } else if (call.startsWith("POST " + INVOCATION) && path.endsWith("/response")) {
            respond(current, requestId(path, "/response"), exchange);
        } else if (call.startsWith("POST " + INVOCATION) && path.endsWith("/error")) {
            answer(current, requestId(path, "/error"), Kind.ERROR, category(exchange, "Function.Unknown"), exchange);
        } else if (call.equals("GET " + ROOT + "ping")) {
            exchange.getResponseSender().send("pong");
        } else {
            refuse(exchange, ApiError.NOT_FOUND);
        }
    }

    private void park(RuntimeLink current, HttpServerExchange exchange) {
        // The exchange belongs to its I/O thread: answered from any other, the connection may hang.
        boolean parked = current.park(new RuntimeLink.Waiting() {
            @Override
            public void deliver(RuntimeTurn turn) {
                exchange.getIoThread().execute(() -> send(exchange, turn));
            }

            @Override
            public void refuse() {
                exchange.getIoThread().execute(() -> RuntimeApiHandler.refuse(exchange, ApiError.INVALID_STATE));
            }
        });
        if (!parked) {
            refuse(exchange, ApiError.INVALID_STATE);
        }
    }

    private void send(HttpServerExchange exchange, RuntimeTurn turn) {
        var headers = exchange.getResponseHeaders();
        headers.put(REQUEST_ID, turn.invocation().requestId());
        headers.put(DEADLINE, turn.deadlineMs());
        headers.put(ARN, functionArn);
        turn.invocation().traceId().ifPresent(trace -> headers.put(TRACE_ID, trace));
        turn.invocation().clientContext().ifPresent(context -> headers.put(CLIENT_CONTEXT, context));
        headers.put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(ByteBuffer.wrap(turn.invocation().payload()));
    }

    private static void respond(RuntimeLink current, String requestId, HttpServerExchange exchange) {
        String mode = exchange.getRequestHeaders().getFirst(RESPONSE_MODE);
        if (mode != null && !mode.equalsIgnoreCase("streaming")) {
            refuse(exchange, ApiError.INVALID_RESPONSE_MODE);
        } else {
            answer(current, requestId, Kind.RESPONSE, "", exchange);
        }
    }

    private static void answer(
            RuntimeLink current, String requestId, Kind kind, String category, HttpServerExchange exchange) {
        if (!current.expects(requestId)) {
            refuse(exchange, ApiError.INVALID_REQUEST_ID);
            return;
        }
        receive(exchange, kind, category, answer -> {
            if (!current.answer(requestId, answer)) {
                refuse(exchange, ApiError.INVALID_REQUEST_ID);
            } else if (answer.kind() == Kind.TOO_LARGE) {
                refuse(exchange, ApiError.TOO_LARGE);
            } else {
                accept(exchange);
            }
        });
    }

    private static void receive(
            HttpServerExchange exchange, Kind kind, String category, Consumer<RuntimeAnswer> whole) {
        LimitedBody body = new LimitedBody(PayloadGuard.MAX_RESPONSE_BYTES);
        exchange.getRequestReceiver()
                .receivePartialBytes(
                        (same, part, last) -> {
                            body.add(part);
                            if (last) {
                                Kind outcome = body.isOverLimit() ? Kind.TOO_LARGE : kind;
                                whole.accept(new RuntimeAnswer(
                                        outcome, body.toBytes(), body.size(), contentType(exchange), false, category));
                            }
                        },
                        (same, failure) -> refuse(exchange, ApiError.TRUNCATED));
    }

    private static String requestId(String path, String end) {
        int last = path.length() - end.length();
        return last < INVOCATION.length() ? "" : path.substring(INVOCATION.length(), last);
    }

    private static String category(HttpServerExchange exchange, String otherwise) {
        String given = exchange.getRequestHeaders().getFirst(ERROR_TYPE);
        return given != null && CATEGORY.matcher(given).matches() ? given : otherwise;
    }

    private static String contentType(HttpServerExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        return given == null ? "application/json" : given;
    }

    private static void accept(HttpServerExchange exchange) {
        exchange.setStatusCode(202);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send("{\"status\":\"OK\"}");
    }

    private static void refuse(HttpServerExchange exchange, ApiError error) {
        exchange.setStatusCode(error.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(error.body());
    }
}
