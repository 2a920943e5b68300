package io.github.sammaven.plugin.console;

import java.io.PrintStream;
import java.util.function.Supplier;

/**
 * Says on Ctrl-C what becomes of work that goes on elsewhere.
 *
 * @param text the notice
 * @param out where it is printed
 * @param silence called before, so that the notice is the last word
 */
public record InterruptNotice(String text, PrintStream out, Runnable silence) {

    /** Does {@code work}; if the JVM is stopped meanwhile, the notice is printed. */
    public <T> T during(Supplier<T> work) {
        Thread hook = new Thread(this::print, "sam-interrupt-notice");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            remove(hook);
        }
    }

    private void print() {
        silence.run();
        out.println(text);
    }

    private static boolean remove(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The JVM is being stopped, and the notice printed, just as the work ends.
            return false;
        }
    }
}
