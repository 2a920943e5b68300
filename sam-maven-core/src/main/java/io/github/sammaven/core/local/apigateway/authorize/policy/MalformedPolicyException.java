package io.github.sammaven.core.local.apigateway.authorize.policy;

/** A document that is no policy; the message says what is wrong with it. */
public final class MalformedPolicyException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedPolicyException(String message) {
        super(message);
    }
}
