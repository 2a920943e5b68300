package io.github.sammaven.core.local.lambdaapi;

import io.github.sammaven.core.limits.PayloadLimits;
import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Invoke and InvokeWithResponseStream. */
final class InvokeOperation {

    private static final FunctionLog NOWHERE = line -> {};

    private final AsyncInvocations async;
    private final EventSink events;

    InvokeOperation(AsyncInvocations async, EventSink events) {
        this.async = async;
        this.events = events;
    }

    /** @return what to say of it in the line of the request */
    String invoke(HttpServerExchange exchange, FunctionCall call, String requestId) throws IOException {
        InvokeRequest request = InvokeRequest.read(exchange, requestId);
        exchange.getResponseHeaders().put(LambdaHeaders.EXECUTED_VERSION, call.version());
        if (request.mode() == InvokeRequest.Mode.DRY_RUN) {
            exchange.setStatusCode(204);
            return call.name();
        }
        warnIfNearLimit(call, request);
        if (request.mode() == InvokeRequest.Mode.EVENT) {
            if (!async.offer(call.pool(), request.invocation())) {
                throw new LambdaRefusal(LambdaError.tooMany());
            }
            exchange.setStatusCode(202);
            return call.name();
        }
        LogTail tail = new LogTail();
        InvocationResult result =
                call.pool().invoke(request.invocation(), Optional.empty(), request.tail() ? tail : NOWHERE);
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.CONTENT_TYPE, "application/json");
        result.functionError().ifPresent(error -> headers.put(LambdaHeaders.FUNCTION_ERROR, "Unhandled"));
        if (request.tail()) {
            headers.put(LambdaHeaders.LOG_RESULT, tail.base64());
        }
        warnIfNearLimit(call, result);
        exchange.setResponseContentLength(result.payload().length);
        exchange.getOutputStream().write(result.payload());
        return detail(call, result);
    }

    /** @return what to say of it in the line of the request */
    String invokeWithResponseStream(HttpServerExchange exchange, FunctionCall call, String requestId)
            throws IOException {
        InvokeRequest request = InvokeRequest.read(exchange, requestId);
        exchange.getResponseHeaders().put(LambdaHeaders.EXECUTED_VERSION, call.version());
        if (request.mode() == InvokeRequest.Mode.DRY_RUN) {
            exchange.setStatusCode(204);
            return call.name();
        }
        if (request.mode() == InvokeRequest.Mode.EVENT) {
            throw new LambdaRefusal(LambdaError.invalidParameter("A response cannot be streamed to nobody"));
        }
        warnIfNearLimit(call, request);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, EventStream.CONTENT_TYPE);
        EventStream stream = new EventStream(exchange.getOutputStream());
        LogTail tail = new LogTail();
        InvocationResult result =
                call.pool().invoke(request.invocation(), Optional.of(stream), request.tail() ? tail : NOWHERE);
        if (result.functionError().isEmpty() && !result.streamed()) {
            stream.part(result.payload());
        }
        stream.complete(
                result.functionError().map(type -> Map.entry(type, result.payloadText())),
                request.tail() ? Optional.of(tail.base64()) : Optional.empty());
        return detail(call, result);
    }

    private static String detail(FunctionCall call, InvocationResult result) {
        return call.name()
                + result.functionError().map(type -> " failed: " + type).orElse("");
    }

    private void warnIfNearLimit(FunctionCall call, InvokeRequest request) {
        new PayloadLimits()
                .nearLimit(request.mode().payload(), request.invocation().payload().length, call.name())
                .ifPresent(problem -> events.accept(new Warning(problem)));
    }

    private void warnIfNearLimit(FunctionCall call, InvocationResult result) {
        new PayloadLimits()
                .nearLimit(Quotas.RESPONSE, result.payload().length, call.name())
                .ifPresent(problem -> events.accept(new Warning(problem)));
    }
}
