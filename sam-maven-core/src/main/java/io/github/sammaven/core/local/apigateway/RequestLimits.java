package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.http.RequestBody;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * How large a request may be.
 *
 * @param head bytes
 * @param body bytes
 */
record RequestLimits(int head, int body) {

    /** API Gateway quotas: total size of the request line and header values, payload size. */
    private static final RequestLimits AWS = new RequestLimits(10_240, 10_485_760);

    /** SAM CLI has none; this much is read for its users. */
    private static final RequestLimits SAM_CLI = new RequestLimits(Integer.MAX_VALUE, 128 * 1_048_576);

    static RequestLimits of(Compatibility compatibility) {
        return compatibility == Compatibility.SAM_CLI ? SAM_CLI : AWS;
    }

    /** @param reason for the developer, with figures */
    record Excess(GatewayError error, String reason) {}

    /**
     * Reads the body of a request.
     *
     * @return empty if the request is within the limits
     */
    Optional<Excess> read(Transaction transaction, ApiKind kind) throws IOException {
        RequestBody read = RequestReader.body(transaction.exchange(), body);
        transaction.bodyCame(read.bytes(), read.size());
        long size = headSize(transaction.request(), kind);
        if (size > head) {
            return Optional.of(new Excess(
                    GatewayError.HEADERS_TOO_LARGE,
                    text("the head of the request has %,d bytes; API Gateway takes at most %,d", size, head)));
        }
        return read.isTooLarge()
                ? Optional.of(new Excess(
                        GatewayError.REQUEST_TOO_LARGE,
                        text("the body has %,d bytes; API Gateway takes at most %,d", read.size(), body)))
                : Optional.empty();
    }

    private static long headSize(ApiRequest request, ApiKind kind) {
        long size = 0;
        for (Header header : request.headers()) {
            size += header.name().length() + header.value().length();
        }
        // Only HTTP APIs count the request line.
        return kind == ApiKind.HTTP
                ? size
                        + request.method().length()
                        + request.path().length()
                        + request.query().length()
                : size;
    }

    private static String text(String format, long actual, int limit) {
        return String.format(Locale.ROOT, format, actual, limit);
    }
}
