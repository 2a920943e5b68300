package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The body of a request as its event has it.
 *
 * @param text empty if it is written in base64
 */
record EventBody(byte[] raw, Optional<String> text) {

    private static final char REPLACEMENT = '\uFFFD';
    private static final EventBody NONE = new EventBody(new byte[0], Optional.of(""));

    /** Which bodies are text. */
    @FunctionalInterface
    interface Rule {

        /** Empty if the gateway refuses the body. */
        Optional<EventBody> of(ApiRequest request);
    }

    static Rule rule(LocalApi api, Compatibility compatibility) {
        MediaTypes binary = new MediaTypes(api.binaryTypes());
        Rule rule = compatibility == Compatibility.SAM_CLI
                ? request -> ofSamCli(request, binary)
                : api.kind() == ApiKind.REST
                        ? request -> Optional.of(ofRest(request, binary))
                        : request -> Optional.of(ofHttp(request));
        return request -> request.body().length == 0 ? Optional.of(NONE) : rule.of(request);
    }

    private static EventBody ofRest(ApiRequest request, MediaTypes binary) {
        return !binary.isEmpty() && binary.has(type(request)) ? binary(request) : text(request);
    }

    private static EventBody ofHttp(ApiRequest request) {
        EventBody text = MediaTypes.isText(type(request)) ? text(request) : binary(request);
        return text.isDamaged() ? binary(request) : text;
    }

    private static Optional<EventBody> ofSamCli(ApiRequest request, MediaTypes binary) {
        if (binary.hasLiterally(type(request))) {
            return Optional.of(binary(request));
        }
        return Optional.of(text(request)).filter(text -> !text.isDamaged());
    }

    private static String type(ApiRequest request) {
        return request.header("Content-Type").map(MediaTypes::bare).orElse("");
    }

    private static EventBody binary(ApiRequest request) {
        return new EventBody(request.body(), Optional.empty());
    }

    /** What is not UTF-8 is replaced. */
    static EventBody text(ApiRequest request) {
        return new EventBody(request.body(), Optional.of(new String(request.body(), StandardCharsets.UTF_8)));
    }

    /** Whether the text is not what the client sent. */
    private boolean isDamaged() {
        return text.filter(decoded -> decoded.indexOf(REPLACEMENT) >= 0).isPresent() && !isUtf8(raw);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    boolean isEmpty() {
        return raw.length == 0;
    }

    /** Bytes that base64 makes of it; 0 for text. */
    long base64Length() {
        return text.isPresent() ? 0 : (raw.length + 2) / 3 * 4L;
    }

    void writeTo(EventJson json) {
        text.ifPresentOrElse(decoded -> json.put("body", decoded), () -> json.put("body", raw));
    }
}
