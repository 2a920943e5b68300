package io.github.sammaven.core.local.runtime;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpAttachments;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a runtime says behind a streamed answer: that it failed midway. */
final class StreamTrailers {

    private static final HttpString ERROR_BODY = new HttpString("Lambda-Runtime-Function-Error-Body");

    private StreamTrailers() {}

    /** The error behind the body, which must have been read to its end. */
    static Optional<RuntimeAnswer> error(HttpServerExchange exchange) {
        HeaderMap trailers = exchange.getAttachment(HttpAttachments.REQUEST_TRAILERS);
        if (trailers == null || !(ErrorCategory.isNamedIn(trailers) || trailers.contains(ERROR_BODY))) {
            return Optional.empty();
        }
        String category = ErrorCategory.of(trailers, "Function.Unknown");
        String encoded = trailers.getFirst(ERROR_BODY);
        return Optional.of(RuntimeAnswer.error(decoded(encoded == null ? "" : encoded, category), category));
    }

    private static byte[] decoded(String encoded, String category) {
        try {
            byte[] document = Base64.getDecoder().decode(encoded.trim());
            return document.length == 0 ? ErrorDocument.of(category, "").body() : document;
        } catch (IllegalArgumentException notBase64) {
            return encoded.getBytes(StandardCharsets.UTF_8);
        }
    }
}
