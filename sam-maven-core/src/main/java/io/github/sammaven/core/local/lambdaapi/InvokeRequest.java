package io.github.sammaven.core.local.lambdaapi;

import io.github.sammaven.core.limits.PayloadLimits;
import io.github.sammaven.core.limits.Quota;
import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.local.http.RequestBody;
import io.github.sammaven.core.local.invoke.EventInput;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as a client asked for it, within the limits of Lambda.
 *
 * @param mode how it is to be run
 * @param tail whether the end of the log is wanted
 */
record InvokeRequest(Mode mode, boolean tail, Invocation invocation) {

    /** The values of {@code X-Amz-Invocation-Type}. */
    enum Mode {
        REQUEST_RESPONSE("RequestResponse", Quotas.SYNCHRONOUS_REQUEST),
        EVENT("Event", Quotas.ASYNCHRONOUS_REQUEST),
        DRY_RUN("DryRun", Quotas.SYNCHRONOUS_REQUEST);

        private final String header;
        private final Quota payload;

        Mode(String header, Quota payload) {
            this.header = header;
            this.payload = payload;
        }

        Quota payload() {
            return payload;
        }

        private static Mode of(String given) {
            for (Mode mode : values()) {
                if (mode.header.equalsIgnoreCase(given)) {
                    return mode;
                }
            }
            throw new LambdaRefusal(LambdaError.invalidParameter("Unknown invocation type: " + given));
        }
    }

    private static final PayloadLimits LIMITS = new PayloadLimits();

    /** @throws LambdaRefusal if Lambda would not take it */
    static InvokeRequest read(HttpServerExchange exchange, String requestId) throws IOException {
        HeaderMap headers = exchange.getRequestHeaders();
        Mode mode = header(headers.getFirst(LambdaHeaders.INVOCATION_TYPE))
                .map(Mode::of)
                .orElse(Mode.REQUEST_RESPONSE);
        RequestBody body =
                RequestBody.read(exchange, Math.toIntExact(mode.payload().value()));
        if (body.isTooLarge()) {
            throw new LambdaRefusal(LambdaError.tooLarge(LIMITS.refusal(mode.payload())));
        }
        byte[] payload = body.bytes().length == 0 ? EventInput.none() : json(body.bytes());
        Optional<String> context =
                header(headers.getFirst(LambdaHeaders.CLIENT_CONTEXT)).map(InvokeRequest::clientContext);
        return new InvokeRequest(
                mode,
                header(headers.getFirst(LambdaHeaders.LOG_TYPE))
                        .map(InvokeRequest::isTail)
                        .orElse(false),
                new Invocation(
                        requestId,
                        payload,
                        context,
                        header(headers.getFirst(LambdaHeaders.TRACE_ID)),
                        Optional.empty(),
                        header(headers.getFirst(LambdaHeaders.TENANT_ID))));
    }

    private static Optional<String> header(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private static byte[] json(byte[] body) {
        try {
            return EventInput.checked(body, "payload");
        } catch (InvalidOptionException e) {
            Problem problem = e.problems().get(0);
            throw new LambdaRefusal(LambdaError.invalidContent(
                    "Could not parse request body into json: " + problem.mark() + ": " + problem.message()));
        }
    }

    private static boolean isTail(String logType) {
        String known = logType.toLowerCase(Locale.ROOT);
        if (!known.equals("tail") && !known.equals("none")) {
            throw new LambdaRefusal(LambdaError.invalidParameter("Unknown log type: " + logType));
        }
        return known.equals("tail");
    }

    private static String clientContext(String base64) {
        if (Quotas.CLIENT_CONTEXT.isExceededBy(base64.length())) {
            throw new LambdaRefusal(LambdaError.tooLarge("Client context must be no more than "
                    + Quotas.CLIENT_CONTEXT.value() + " bytes when base64-encoded, this one has " + base64.length()));
        }
        try {
            return new String(json(Base64.getDecoder().decode(base64)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new LambdaRefusal(
                    LambdaError.invalidContent("Client context must be a valid Base64-encoded JSON object."));
        }
    }
}
