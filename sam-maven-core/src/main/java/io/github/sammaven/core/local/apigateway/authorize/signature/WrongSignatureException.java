package io.github.sammaven.core.local.apigateway.authorize.signature;

/** A signature that does not count; the message goes on after "the signature does not count: ". */
final class WrongSignatureException extends Exception {

    private static final long serialVersionUID = 1L;

    WrongSignatureException(String message) {
        super(message);
    }
}
