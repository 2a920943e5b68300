package io.github.sammaven.core.local.runtime;

/**
 * What a runtime posted for an event, or about its initialisation.
 *
 * @param kind which call it was
 * @param body as posted; empty if it was too large, or went to the caller as it came
 * @param size bytes that were posted
 * @param contentType of the body
 * @param category {@code Lambda-Runtime-Function-Error-Type} of an error, made safe; empty for answers
 */
public record RuntimeAnswer(Kind kind, byte[] body, long size, String contentType, String category) {

    /** The ways to answer. */
    public enum Kind {
        RESPONSE,
        ERROR,
        /** A response over the limit; the runtime was told 413. */
        TOO_LARGE,
        /** A streamed response that broke off. */
        TRUNCATED
    }

    static RuntimeAnswer error(byte[] document, String category) {
        return new RuntimeAnswer(Kind.ERROR, document, document.length, "application/json", category);
    }
}
