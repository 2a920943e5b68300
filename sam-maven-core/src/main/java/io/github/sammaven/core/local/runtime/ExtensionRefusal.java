package io.github.sammaven.core.local.runtime;

/** A call of an extension is not allowed. */
final class ExtensionRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExtensionError error;

    ExtensionRefusal(ExtensionError error) {
        super(error.name(), null, false, false);
        this.error = error;
    }

    ExtensionError error() {
        return error;
    }
}
