package io.github.sammaven.plugin.wiring;

/** Stops something when the JVM ends, if it has not been stopped before. */
public final class StopAtShutdown {

    private final Runnable stop;
    private final Thread hook;

    private StopAtShutdown(Runnable stop) {
        this.stop = stop;
        this.hook = new Thread(stop, "sam-stop-servers");
    }

    /** @param stop is run once */
    public static StopAtShutdown of(Runnable stop) {
        StopAtShutdown atShutdown = new StopAtShutdown(stop);
        Runtime.getRuntime().addShutdownHook(atShutdown.hook);
        return atShutdown;
    }

    /** Stops it, and forgets the end of the JVM. */
    public void stopNow() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The JVM is ending, and the hook does the same.
            return;
        }
        stop.run();
    }
}
