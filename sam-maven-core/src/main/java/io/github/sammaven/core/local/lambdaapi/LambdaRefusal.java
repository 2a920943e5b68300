package io.github.sammaven.core.local.lambdaapi;

/** Ends the handling of a request with an error. */
final class LambdaRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient LambdaError error;

    LambdaRefusal(LambdaError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    LambdaError error() {
        return error;
    }
}
