package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.PayloadGuard;
import io.github.sammaven.core.local.runtime.RuntimeAnswer.Kind;
import io.github.sammaven.core.local.runtime.http.CallHandler;
import io.github.sammaven.core.local.runtime.http.HttpCall;
import io.github.sammaven.core.local.runtime.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Maps the calls of the Runtime API, and of those beside it, to the {@link RuntimeLink} of one process. */
final class RuntimeApiHandler implements CallHandler {

    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String INVOCATION = RUNTIME + "invocation/";
    private static final String REQUEST_ID = "Lambda-Runtime-Aws-Request-Id";
    private static final String DEADLINE = "Lambda-Runtime-Deadline-Ms";
    private static final String ARN = "Lambda-Runtime-Invoked-Function-Arn";
    private static final String TRACE_ID = "Lambda-Runtime-Trace-Id";
    private static final String CLIENT_CONTEXT = "Lambda-Runtime-Client-Context";
    private static final String COGNITO_IDENTITY = "Lambda-Runtime-Cognito-Identity";
    private static final String TENANT_ID = "Lambda-Runtime-Aws-Tenant-Id";
    private static final String RESPONSE_MODE = "Lambda-Runtime-Function-Response-Mode";

    private final FunctionIdentity function;
    private final RuntimeLink link;
    private final ExtensionApiHandler extensions;
    private final TelemetryApiHandler subscriptions;

    RuntimeApiHandler(FunctionIdentity function, Telemetry telemetry, RuntimeLink link) {
        this.function = function;
        this.link = link;
        this.extensions = new ExtensionApiHandler(function);
        this.subscriptions = new TelemetryApiHandler(telemetry);
    }

    @Override
    public void handle(HttpCall call) {
        String path = call.path();
        String request = call.method() + " " + path;
        if (request.equals("GET " + INVOCATION + "next")) {
            park(call, link::park);
        } else if (request.startsWith("POST " + INVOCATION) && path.endsWith("/response")) {
            respond(requestId(path, "/response"), call);
        } else if (request.startsWith("POST " + INVOCATION) && path.endsWith("/error")) {
            fail(requestId(path, "/error"), call);
        } else if (request.equals("POST " + RUNTIME + "init/error")
                || request.equals("POST " + RUNTIME + "restore/error")) {
            failInit(call);
        } else if (request.equals("GET " + RUNTIME + "restore/next")) {
            park(call, link::parkRestore);
        } else if (request.equals("GET /2018-06-01/ping")) {
            call.reply(new HttpReply(200, Map.of(), "pong".getBytes(StandardCharsets.US_ASCII)));
        } else if (!extensions.handle(request, call, link.extensions())
                && !subscriptions.handle(request, call, link.extensions())) {
            ApiReplies.refuse(call, ApiError.NOT_FOUND);
        }
    }

    private void park(HttpCall call, Predicate<RuntimeLink.Waiting> place) {
        if (!place.test(new ParkedCall(call))) {
            ApiReplies.refuse(call, ApiError.INVALID_STATE);
        }
    }

    private final class ParkedCall implements RuntimeLink.Waiting {

        private final HttpCall call;

        private ParkedCall(HttpCall call) {
            this.call = call;
        }

        @Override
        public void deliver(RuntimeTurn turn) {
            call.reply(event(turn));
        }

        @Override
        public void restore() {
            ApiReplies.json(call, 200, "");
        }

        @Override
        public void refuse() {
            ApiReplies.refuse(call, ApiError.INVALID_STATE);
        }
    }

    private HttpReply event(RuntimeTurn turn) {
        Invocation invocation = turn.invocation();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(REQUEST_ID, invocation.requestId());
        fields.put(DEADLINE, Long.toString(turn.deadlineMs()));
        fields.put(ARN, function.arn());
        invocation.traceId().ifPresent(trace -> fields.put(TRACE_ID, trace));
        invocation.clientContext().ifPresent(context -> fields.put(CLIENT_CONTEXT, context));
        invocation.cognitoIdentity().ifPresent(identity -> fields.put(COGNITO_IDENTITY, identity));
        invocation.tenantId().ifPresent(tenant -> fields.put(TENANT_ID, tenant));
        fields.put("Content-Type", "application/json");
        return new HttpReply(200, fields, invocation.payload());
    }

    private void respond(String requestId, HttpCall call) {
        Optional<String> mode = call.fields().first(RESPONSE_MODE);
        boolean streaming = mode.filter("streaming"::equalsIgnoreCase).isPresent();
        if (!link.expects(requestId)) {
            ApiReplies.refuse(call, ApiError.INVALID_REQUEST_ID);
        } else if (mode.isPresent() && !streaming) {
            ErrorDocument error = ErrorDocument.of(
                    "Runtime.InvalidResponseModeHeader", "Invalid Lambda-Runtime-Function-Response-Mode header");
            link.answer(requestId, RuntimeAnswer.error(error.body(), error.type()));
            ApiReplies.refuse(call, ApiError.INVALID_RESPONSE_MODE);
        } else if (!streaming || !stream(requestId, call)) {
            collect(requestId, call);
        }
    }

    /** False if nobody waits for the parts. */
    private boolean stream(String requestId, HttpCall call) {
        Optional<RuntimeTurn> wanted = link.turnToStream(requestId);
        wanted.ifPresent(turn -> {
            RuntimeAnswer answer = new StreamReceiver(call, turn, turn.stream().orElseThrow()).receive();
            boolean taken = link.endStream(turn, answer);
            if (answer.kind() != Kind.TRUNCATED) {
                conclude(call, answer, taken);
            } else {
                ApiReplies.refuse(call, ApiError.TRUNCATED);
            }
        });
        return wanted.isPresent();
    }

    private void collect(String requestId, HttpCall call) {
        BodyReceiver.receive(call, PayloadGuard.MAX_RESPONSE_BYTES, body -> {
            Kind kind = body.isOverLimit() ? Kind.TOO_LARGE : Kind.RESPONSE;
            RuntimeAnswer answer =
                    StreamTrailers.error(call).orElseGet(() -> BodyReceiver.answer(call, body, kind, ""));
            conclude(call, answer, link.answer(requestId, answer));
        });
    }

    private void fail(String requestId, HttpCall call) {
        if (!link.expects(requestId)) {
            ApiReplies.refuse(call, ApiError.INVALID_REQUEST_ID);
            return;
        }
        ErrorReceiver.receive(call, "Function.Unknown", (error, tooLarge) -> {
            boolean taken = link.answer(requestId, error);
            if (taken && tooLarge) {
                ApiReplies.refuse(call, ApiError.ERROR_TOO_LARGE);
            } else {
                conclude(call, error, taken);
            }
        });
    }

    private void failInit(HttpCall call) {
        ErrorReceiver.receive(call, "Runtime.Unknown", (error, tooLarge) -> {
            if (!link.failInit(error)) {
                ApiReplies.refuse(call, ApiError.INVALID_STATE);
            } else if (tooLarge) {
                ApiReplies.refuse(call, ApiError.ERROR_TOO_LARGE);
            } else {
                ApiReplies.accept(call);
            }
        });
    }

    private static void conclude(HttpCall call, RuntimeAnswer answer, boolean taken) {
        if (!taken) {
            ApiReplies.refuse(call, ApiError.INVALID_REQUEST_ID);
        } else if (answer.kind() == Kind.TOO_LARGE) {
            ApiReplies.refuse(call, ApiError.TOO_LARGE);
        } else {
            ApiReplies.accept(call);
        }
    }

    private static String requestId(String path, String end) {
        int last = path.length() - end.length();
        return last < INVOCATION.length() ? "" : path.substring(INVOCATION.length(), last);
    }
}
