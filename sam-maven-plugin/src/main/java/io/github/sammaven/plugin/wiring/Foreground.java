package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.local.invoke.OrderlyEnd;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Servers that hold the build until it is stopped; then they let calls under way end before their functions do. */
public final class Foreground {

    private final OrderlyEnd end = OrderlyEnd.of(EndOfRun.AT_ONCE);

    /** Starts servers that use this end of the run; if they cannot be started nothing of them is left, not even the end. */
    public <S> S start(Function<EndOfRun, S> servers) {
        try {
            return servers.apply(end);
        } catch (RuntimeException e) {
            end.now();
            throw e;
        }
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
