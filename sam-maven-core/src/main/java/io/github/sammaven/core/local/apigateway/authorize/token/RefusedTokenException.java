package io.github.sammaven.core.local.apigateway.authorize.token;

/** A token that does not count; the message says why, without the token. */
final class RefusedTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedTokenException(String message) {
        super(message);
    }
}
