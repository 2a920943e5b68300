package io.github.sammaven.core.local.invoke;

/** Cleans up when this JVM ends, however it ends, and nobody has cleaned up before. */
@FunctionalInterface
public interface EndOfRun {

    /** All at once, as soon as the JVM begins to end. */
    EndOfRun AT_ONCE = cleanup -> {
        Thread hook = new Thread(cleanup, "sam-local-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The hook is running, and does the same.
                return;
            }
        };
    };

    /** @return to be called when there is nothing left to clean up */
    Runnable add(Runnable cleanup);
}
