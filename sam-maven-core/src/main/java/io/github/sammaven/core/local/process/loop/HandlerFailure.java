package io.github.sammaven.core.local.process.loop;

/** Carries what the user's code threw, or why it cannot be called. */
final class HandlerFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final Throwable thrown;

    /** The user's code threw. */
    HandlerFailure(Throwable thrown) {
        this(thrown.getClass().getName(), String.valueOf(thrown.getMessage()), thrown);
    }

    HandlerFailure(String type, String message, Throwable thrown) {
        super(message, thrown);
        this.type = type;
        this.thrown = thrown;
    }

    String type() {
        return type;
    }

    Throwable thrown() {
        return thrown;
    }
}
