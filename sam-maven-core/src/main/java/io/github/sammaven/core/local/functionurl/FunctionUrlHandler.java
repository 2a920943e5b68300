package io.github.sammaven.core.local.functionurl;

import io.github.sammaven.core.limits.PayloadLimits;
import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.proxy.AnswerV2;
import io.github.sammaven.core.local.apigateway.proxy.Cors;
import io.github.sammaven.core.local.apigateway.proxy.MalformedAnswerException;
import io.github.sammaven.core.local.apigateway.proxy.ProxyEvent;
import io.github.sammaven.core.local.apigateway.proxy.StreamedProxyAnswer;
import io.github.sammaven.core.local.apigateway.proxy.TraceHeader;
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
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers the requests to one function URL. */
final class FunctionUrlHandler implements HttpHandler {

    private static final PayloadLimits LIMITS = new PayloadLimits();

    private static final AnswerV2 ANSWERS = new AnswerV2(Compatibility.AWS);

    private final FunctionUrl url;
    private final Cors cors;
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
        this.cors = url.cors().map(Cors::ofFunctionUrl).orElse(Cors.NONE);
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
        ApiRequest head = UrlRequest.of(exchange, new byte[0], requestId, at.toInstant());
        Optional<ApiResponse> preflight = cors.preflight(head);
        if (preflight.isPresent()) {
            new UrlResponse(exchange, head, Cors.NONE).whole(preflight.get());
            return "";
        }
        UrlResponse response = new UrlResponse(exchange, head, cors);
        Optional<String> signature = signature(exchange);
        if (url.signed() && signature.isEmpty() && !unsignedAllowed) {
            response.whole(UrlErrors.forbidden());
            return ": the request is not signed (AuthType AWS_IAM)";
        }
        RequestBody body = RequestBody.read(exchange, Math.toIntExact(Quotas.SYNCHRONOUS_REQUEST.value()));
        Optional<FunctionPool> pool = function.get();
        if (pool.isEmpty()) {
            response.whole(UrlErrors.badGateway());
            return " is no longer served";
        }
        Optional<Problem> tooLarge = LIMITS.request(body.size());
        if (tooLarge.isPresent()) {
            return tooLarge(response, tooLarge.get().message());
        }
        ApiRequest request = UrlRequest.of(exchange, body.bytes(), requestId, at.toInstant());
        ProxyEvent event =
                new UrlEvents(pool.get().function()).of(request, url.signed() ? signature : Optional.empty());
        if (event instanceof ProxyEvent.Ready ready) {
            LIMITS.nearLimit(Quotas.SYNCHRONOUS_REQUEST, ready.json().length, url.function())
                    .ifPresent(problem -> events.accept(new Warning(problem)));
            Optional<String> trace = Optional.of(TraceHeader.of(request));
            return invoke(pool.get(), new Invocation(requestId, ready.json(), Optional.empty(), trace), response);
        }
        return tooLarge(response, ((ProxyEvent.Refused) event).reason());
    }

    private static String tooLarge(UrlResponse response, String reason) {
        response.whole(UrlErrors.tooLarge(LIMITS.refusal(Quotas.SYNCHRONOUS_REQUEST)));
        return ": " + reason.lines().findFirst().orElse("");
    }

    private String invoke(FunctionPool pool, Invocation invocation, UrlResponse response) {
        Optional<ResponseStream> stream = url.streaming() ? Optional.of(streamed(response)) : Optional.empty();
        InvocationResult result;
        try {
            result = pool.invoke(invocation, stream, line -> {});
        } catch (SamException failure) {
            response.whole(UrlErrors.badGateway());
            return ": " + failure.getMessage();
        }
        if (result.functionError().isPresent()) {
            if (!response.hasBegun()) {
                response.whole(UrlErrors.badGateway());
            }
            return " failed: " + result.functionError().get();
        }
        if (result.streamed()) {
            return "";
        }
        return whole(result, response);
    }

    private static StreamedProxyAnswer streamed(UrlResponse response) {
        return new StreamedProxyAnswer(response, List.of(), UrlErrors::badGateway);
    }

    private String whole(InvocationResult result, UrlResponse response) {
        if (url.streaming() || HttpPrelude.isIn(result.contentType())) {
            StreamedProxyAnswer collected = streamed(response);
            collected.begin(result.contentType());
            collected.part(result.payload());
            return "";
        }
        try {
            response.whole(ANSWERS.read(result.payload()));
            return "";
        } catch (MalformedAnswerException e) {
            response.whole(UrlErrors.badGateway());
            return ": " + e.getMessage();
        }
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

    private static Optional<String> header(HttpServerExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
