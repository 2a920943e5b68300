package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.PayloadGuard;
import io.github.sammaven.core.local.runtime.RuntimeAnswer.Kind;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Predicate;

/** Maps the calls of the Runtime API to the {@link RuntimeLink} of the current process. */
final class RuntimeApiHandler implements HttpHandler {

    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String INVOCATION = RUNTIME + "invocation/";
    private static final HttpString REQUEST_ID = new HttpString("Lambda-Runtime-Aws-Request-Id");
    private static final HttpString DEADLINE = new HttpString("Lambda-Runtime-Deadline-Ms");
    private static final HttpString ARN = new HttpString("Lambda-Runtime-Invoked-Function-Arn");
    private static final HttpString TRACE_ID = new HttpString("Lambda-Runtime-Trace-Id");
    private static final HttpString CLIENT_CONTEXT = new HttpString("Lambda-Runtime-Client-Context");
    private static final HttpString COGNITO_IDENTITY = new HttpString("Lambda-Runtime-Cognito-Identity");
    private static final HttpString TENANT_ID = new HttpString("Lambda-Runtime-Aws-Tenant-Id");
    private static final HttpString RESPONSE_MODE = new HttpString("Lambda-Runtime-Function-Response-Mode");

    private static final AttachmentKey<RuntimeLink> LINK = AttachmentKey.create(RuntimeLink.class);

    private final FunctionIdentity function;
    private final ExtensionApiHandler extensions;
    private final TelemetryApiHandler subscriptions;
    private volatile RuntimeLink link = new RuntimeLink();

    RuntimeApiHandler(FunctionIdentity function, Telemetry telemetry) {
        this.function = function;
        this.extensions = new ExtensionApiHandler(function);
        this.subscriptions = new TelemetryApiHandler(telemetry);
    }

    void serve(RuntimeLink next) {
        link = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String path = exchange.getRequestPath();
        String call = exchange.getRequestMethod() + " " + path;
        RuntimeLink current = linkOf(exchange);
        if (call.equals("GET " + INVOCATION + "next")) {
            park(exchange, current::park);
        } else if (call.startsWith("POST " + INVOCATION) && path.endsWith("/response")) {
            respond(current, requestId(path, "/response"), exchange);
        } else if (call.startsWith("POST " + INVOCATION) && path.endsWith("/error")) {
            fail(current, requestId(path, "/error"), exchange);
        } else if (call.equals("POST " + RUNTIME + "init/error") || call.equals("POST " + RUNTIME + "restore/error")) {
            failInit(current, exchange);
        } else if (call.equals("GET " + RUNTIME + "restore/next")) {
            park(exchange, current::parkRestore);
        } else if (call.equals("GET /2018-06-01/ping")) {
            exchange.getResponseSender().send("pong");
        } else if (!extensions.handle(call, exchange, current.extensions())
                && !subscriptions.handle(call, exchange, current.extensions())) {
            ApiReplies.refuse(exchange, ApiError.NOT_FOUND);
        }
    }

    /** A connection stays with the process that made it: what a dead one sent last must not reach the next one's link. */
    private RuntimeLink linkOf(HttpServerExchange exchange) {
        ServerConnection connection = exchange.getConnection();
        RuntimeLink known = connection.getAttachment(LINK);
        if (known != null) {
            return known;
        }
        RuntimeLink current = link;
        connection.putAttachment(LINK, current);
        return current;
    }

    private void park(HttpServerExchange exchange, Predicate<RuntimeLink.Waiting> place) {
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {
            if (!place.test(new ParkedCall(exchange))) {
                ApiReplies.refuse(exchange, ApiError.INVALID_STATE);
            }
        });
    }

    /** The exchange belongs to its I/O thread: answered from any other, the connection may hang. */
    private final class ParkedCall implements RuntimeLink.Waiting {

        private final HttpServerExchange exchange;

        private ParkedCall(HttpServerExchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public void deliver(RuntimeTurn turn) {
            exchange.getIoThread().execute(() -> send(exchange, turn));
        }

        @Override
        public void restore() {
            exchange.getIoThread().execute(() -> ApiReplies.json(exchange, 200, ""));
        }

        @Override
        public void refuse() {
            exchange.getIoThread().execute(() -> ApiReplies.refuse(exchange, ApiError.INVALID_STATE));
        }
    }

    private void send(HttpServerExchange exchange, RuntimeTurn turn) {
        Invocation invocation = turn.invocation();
        var headers = exchange.getResponseHeaders();
        headers.put(REQUEST_ID, invocation.requestId());
        headers.put(DEADLINE, turn.deadlineMs());
        headers.put(ARN, function.arn());
        invocation.traceId().ifPresent(trace -> headers.put(TRACE_ID, trace));
        invocation.clientContext().ifPresent(context -> headers.put(CLIENT_CONTEXT, context));
        invocation.cognitoIdentity().ifPresent(identity -> headers.put(COGNITO_IDENTITY, identity));
        invocation.tenantId().ifPresent(tenant -> headers.put(TENANT_ID, tenant));
        headers.put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(ByteBuffer.wrap(invocation.payload()));
    }

    private static void respond(RuntimeLink current, String requestId, HttpServerExchange exchange) {
        String mode = exchange.getRequestHeaders().getFirst(RESPONSE_MODE);
        boolean streaming = mode != null && mode.equalsIgnoreCase("streaming");
        if (!current.expects(requestId)) {
            ApiReplies.refuse(exchange, ApiError.INVALID_REQUEST_ID);
        } else if (mode != null && !streaming) {
            ErrorDocument error = ErrorDocument.of(
                    "Runtime.InvalidResponseModeHeader", "Invalid Lambda-Runtime-Function-Response-Mode header");
            current.answer(requestId, RuntimeAnswer.error(error.body(), error.type()));
            ApiReplies.refuse(exchange, ApiError.INVALID_RESPONSE_MODE);
        } else if (!streaming || !stream(current, requestId, exchange)) {
            collect(current, requestId, exchange);
        }
    }

    /** False if nobody waits for the parts. */
    private static boolean stream(RuntimeLink current, String requestId, HttpServerExchange exchange) {
        Optional<RuntimeTurn> wanted = current.turnToStream(requestId);
        wanted.ifPresent(turn -> exchange.dispatch(() -> {
            RuntimeAnswer answer =
                    new StreamReceiver(exchange, turn, turn.stream().orElseThrow()).receive();
            boolean taken = current.endStream(turn, answer);
            if (answer.kind() != Kind.TRUNCATED) {
                conclude(exchange, answer, taken);
            } else if (exchange.isResponseStarted()) {
                exchange.endExchange();
            } else {
                ApiReplies.refuse(exchange, ApiError.TRUNCATED);
            }
        }));
        return wanted.isPresent();
    }

    private static void collect(RuntimeLink current, String requestId, HttpServerExchange exchange) {
        BodyReceiver.receive(exchange, PayloadGuard.MAX_RESPONSE_BYTES, body -> {
            Kind kind = body.isOverLimit() ? Kind.TOO_LARGE : Kind.RESPONSE;
            RuntimeAnswer answer =
                    StreamTrailers.error(exchange).orElseGet(() -> BodyReceiver.answer(exchange, body, kind, ""));
            conclude(exchange, answer, current.answer(requestId, answer));
        });
    }

    private static void fail(RuntimeLink current, String requestId, HttpServerExchange exchange) {
        if (!current.expects(requestId)) {
            ApiReplies.refuse(exchange, ApiError.INVALID_REQUEST_ID);
            return;
        }
        ErrorReceiver.receive(exchange, "Function.Unknown", (error, tooLarge) -> {
            boolean taken = current.answer(requestId, error);
            if (taken && tooLarge) {
                ApiReplies.refuse(exchange, ApiError.ERROR_TOO_LARGE);
            } else {
                conclude(exchange, error, taken);
            }
        });
    }

    private static void failInit(RuntimeLink current, HttpServerExchange exchange) {
        ErrorReceiver.receive(exchange, "Runtime.Unknown", (error, tooLarge) -> {
            if (!current.failInit(error)) {
                ApiReplies.refuse(exchange, ApiError.INVALID_STATE);
            } else if (tooLarge) {
                ApiReplies.refuse(exchange, ApiError.ERROR_TOO_LARGE);
            } else {
                ApiReplies.accept(exchange);
            }
        });
    }

    private static void conclude(HttpServerExchange exchange, RuntimeAnswer answer, boolean taken) {
        if (!taken) {
            ApiReplies.refuse(exchange, ApiError.INVALID_REQUEST_ID);
        } else if (answer.kind() == Kind.TOO_LARGE) {
            ApiReplies.refuse(exchange, ApiError.TOO_LARGE);
        } else {
            ApiReplies.accept(exchange);
        }
    }

    private static String requestId(String path, String end) {
        int last = path.length() - end.length();
        return last < INVOCATION.length() ? "" : path.substring(INVOCATION.length(), last);
    }
}
