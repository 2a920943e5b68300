package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.local.invoke.OrderlyEnd;
import java.util.concurrent.CountDownLatch;

/** Servers that hold the build until it is stopped; then they let calls under way end before their functions do. */
public final class Foreground {

    private final OrderlyEnd end = OrderlyEnd.of(EndOfRun.AT_ONCE);

    /** For what the servers use. */
    public EndOfRun end() {
        return end;
    }

    /**
     * Says what there is to say, and waits for the end of the JVM, or of this thread.
     *
     * @param stop of the servers, once
     */
    public void until(Runnable stop, Runnable said) {
        end.first(stop);
        try {
            said.run();
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            end.now();
            Thread.currentThread().interrupt();
        }
    }
}
