package io.github.sammaven.plugin.console;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Standard output and standard error of this JVM, which can be led elsewhere for a while. */
class StandardStreams {

    private @Nullable PrintStream out;
    private @Nullable PrintStream err;
    private @Nullable PrintStream led;
    private @Nullable LineStream lineStream;

    /** From now on both go to {@code lines}, as whole lines. */
    synchronized void lead(Consumer<byte[]> lines) {
        if (led == null) {
            out = System.out;
            err = System.err;
            lineStream = new LineStream(lines);
            led = new PrintStream(lineStream, true);
            System.setOut(led);
            System.setErr(led);
        }
    }

    /** Both go where they went before. */
    synchronized void restore() {
        if (led != null) {
            lineStream.rest();
            if (System.out == led) {
                System.setOut(out);
            }
            if (System.err == led) {
                System.setErr(err);
            }
            led = null;
        }
    }
}
