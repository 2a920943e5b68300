package io.github.sammaven.core.local.apigateway.proxy;

/** A function's answer makes no response; the message says why. */
public final class MalformedAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String reason) {
        super(reason);
    }
}
