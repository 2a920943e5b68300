package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.runtime.http.HttpCall;
import io.github.sammaven.core.local.runtime.http.HttpFields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a runtime says behind a streamed answer: that it failed midway. */
final class StreamTrailers {

    private static final String ERROR_BODY = "Lambda-Runtime-Function-Error-Body";

    private StreamTrailers() {}

    /** The error behind the body, which must have been read to its end. */
    static Optional<RuntimeAnswer> error(HttpCall call) {
        HttpFields trailers = call.trailers();
        if (!ErrorCategory.isNamedIn(trailers) && !trailers.has(ERROR_BODY)) {
            return Optional.empty();
        }
        String category = ErrorCategory.of(trailers, "Function.Unknown");
        String encoded = trailers.first(ERROR_BODY).orElse("");
        return Optional.of(RuntimeAnswer.error(decoded(encoded, category), category));
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
