package io.github.sammaven.core.local.functionurl;

import io.github.sammaven.core.limits.PayloadLimits;
import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.local.http.RequestBody;
import io.github.sammaven.core.local.invoke.FunctionPool;
import io.github.sammaven.core.local.invoke.HttpPrelude;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.ResponseStream;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.RequestServed;
import io.github.sammaven.core.report.Warning;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers the requests to one function URL. */
final class FunctionUrlHandler implements HttpHandler {

    private static final PayloadLimits LIMITS = new PayloadLimits();

    private final FunctionUrl url;
    private final Supplier<Optional<FunctionPool>> function;
    private final boolean unsignedAllowed;
    private final EventSink events;
    private final Clock clock;

    FunctionUrlHandler(
            FunctionUrl url,
            Supplier<Optional<FunctionPool>> function,
            boolean unsignedAllowed,
            EventSink events,
            Clock clock) {
        this.url = url;
        this.function = function;
        this.unsignedAllowed = unsignedAllowed;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        ZonedDateTime at = ZonedDateTime.now(clock);
        long began = System.nanoTime();
        String requestId = UUID.randomUUID().toString();
        String detail = url.function();
        try {
            detail += answer(exchange, requestId, at);
        } finally {
            exchange.endExchange();
            events.accept(new RequestServed(
                    at.toLocalTime(),
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

    private String answer(HttpServerExchange exchange, String requestId, ZonedDateTime at) throws IOException {
        Optional<String> origin = header(exchange, "Origin");
        if (isPreflight(exchange) && url.cors().isPresent() && origin.isPresent()) {
            new UrlResponse(exchange, Map.of())
                    .whole(new UrlAnswer(200, url.cors().get().preflight(origin.get()), List.of(), new byte[0]));
            return "";
        }
        Map<String, String> cors = origin.flatMap(from -> url.cors().map(rules -> rules.simple(from)))
                .orElse(Map.of());
        UrlResponse response = new UrlResponse(exchange, cors);
        Optional<String> signature = signature(exchange);
        if (url.signed() && signature.isEmpty() && !unsignedAllowed) {
            response.whole(UrlAnswer.forbidden());
            return ": the request is not signed (AuthType AWS_IAM)";
        }
        RequestBody body = RequestBody.read(exchange, Math.toIntExact(Quotas.SYNCHRONOUS_REQUEST.value()));
        Optional<FunctionPool> pool = function.get();
        if (pool.isEmpty()) {
            response.whole(UrlAnswer.badGateway());
            return " is no longer served";
        }
        byte[] event = new UrlEvent(pool.get().function())
                .of(exchange, body.bytes(), requestId, at, url.signed() ? signature : Optional.empty());
        long size = body.isTooLarge() ? event.length + body.size() : event.length;
        Optional<Problem> tooLarge = LIMITS.request(size);
        if (tooLarge.isPresent()) {
            response.whole(UrlAnswer.tooLarge(LIMITS.refusal(Quotas.SYNCHRONOUS_REQUEST)));
            return ": " + tooLarge.get().message();
        }
        LIMITS.nearLimit(Quotas.SYNCHRONOUS_REQUEST, event.length, url.function())
                .ifPresent(problem -> events.accept(new Warning(problem)));
        return invoke(pool.get(), new Invocation(requestId, event, Optional.empty(), trace(exchange)), response);
    }

    private String invoke(FunctionPool pool, Invocation invocation, UrlResponse response) {
        Optional<ResponseStream> stream =
                url.streaming() ? Optional.of(new StreamedAnswer(response)) : Optional.empty();
        InvocationResult result;
        try {
            result = pool.invoke(invocation, stream, line -> {});
        } catch (SamException failure) {
            response.whole(UrlAnswer.badGateway());
            return ": " + failure.getMessage();
        }
        if (result.functionError().isPresent()) {
            if (!response.hasBegun()) {
                response.whole(UrlAnswer.badGateway());
            }
            return " failed: " + result.functionError().get();
        }
        if (result.streamed()) {
            return "";
        }
        return whole(result, response);
    }

    private String whole(InvocationResult result, UrlResponse response) {
        if (HttpPrelude.isIn(result.contentType())) {
            StreamedAnswer collected = new StreamedAnswer(response);
            collected.begin(result.contentType());
            collected.part(result.payload());
            return "";
        }
        Optional<UrlAnswer> answer = url.streaming()
                ? Optional.of(
                        new UrlAnswer(200, Map.of("content-type", result.contentType()), List.of(), result.payload()))
                : UrlAnswer.of(result.payload());
        response.whole(answer.orElseGet(UrlAnswer::badGateway));
        return answer.isPresent() ? "" : " returned what cannot be made into a response";
    }

    private static boolean isPreflight(HttpServerExchange exchange) {
        return exchange.getRequestMethod().equals(Methods.OPTIONS)
                && header(exchange, "Access-Control-Request-Method").isPresent();
    }

    /** What says who has signed; whether that is true is not checked. */
    private static Optional<String> signature(HttpServerExchange exchange) {
        return header(exchange, "Authorization")
                .filter(value -> value.startsWith("AWS4-"))
                .or(() -> Optional.ofNullable(exchange.getQueryParameters().get("X-Amz-Signature"))
                        .map(value -> "Credential="
                                + Optional.ofNullable(
                                                exchange.getQueryParameters().get("X-Amz-Credential"))
                                        .map(credential -> credential.getFirst())
                                        .orElse("")));
    }

    private static Optional<String> trace(HttpServerExchange exchange) {
        return header(exchange, "X-Amzn-Trace-Id");
    }

    private static Optional<String> header(HttpServerExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
