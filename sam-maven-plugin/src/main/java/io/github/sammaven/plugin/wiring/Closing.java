package io.github.sammaven.plugin.wiring;

import java.util.Collection;

/** Closes one thing after the other; one that fails keeps none of the others open. */
final class Closing {

    private Closing() {}

    /** @throws IllegalStateException of the first failure, with the further ones attached, once all are closed */
    static void all(Collection<? extends AutoCloseable> parts) {
        IllegalStateException failed = null;
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                if (failed == null) {
                    failed = new IllegalStateException(e);
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
