package io.github.sammaven.core.local.apigateway.authorize.token;

/** The keys of an issuer cannot be had; the message says why. */
final class KeysUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    KeysUnavailableException(String message) {
        super(message);
    }
}
