package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.runtime.RuntimeProcess;
import java.time.Duration;
import java.util.OptionalInt;

/** A runtime in a container of its own. */
final class ContainerProcess implements RuntimeProcess {

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final FunctionContainer container;
    private final Duration shutdownGrace;

    ContainerProcess(FunctionContainer container, Duration shutdownGrace) {
        this.container = container;
        this.shutdownGrace = shutdownGrace;
    }

    @Override
    public boolean isAlive() {
        return !container.exit().isDone();
    }

    @Override
    public int exitValue() {
        return container.exit().join().status();
    }

    @Override
    public boolean ranOutOfMemory() {
        return container.exit().join().outOfMemory();
    }

    @Override
    public OptionalInt peakMemoryMb() {
        return container.peakMemoryMb();
    }

    @Override
    public void letExit() throws InterruptedException {
        container.awaitExit(LAST_WORDS);
    }

    @Override
    public void drain() {
        container.drain();
    }

    @Override
    public void kill() {
        container.remove();
    }

    @Override
    public void shutDown() {
        container.stop(shutdownGrace);
    }

    @Override
    public void terminate(Duration grace) {
        container.stop(grace);
    }
}
