package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.ResponseStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One event on its way through a runtime. */
public final class RuntimeTurn {

    private final Invocation invocation;
    private final long deadlineMs;
    private final Optional<ResponseStream> stream;
    private final CompletableFuture<RuntimeLink.State> finished = new CompletableFuture<>();
    private volatile @Nullable RuntimeAnswer answer;

    RuntimeTurn(Invocation invocation, long deadlineMs, Optional<ResponseStream> stream) {
        this.invocation = invocation;
        this.deadlineMs = deadlineMs;
        this.stream = stream;
    }

    Invocation invocation() {
        return invocation;
    }

    long deadlineMs() {
        return deadlineMs;
    }

    /** Where the caller wants a streamed answer; empty to have it collected. */
    Optional<ResponseStream> stream() {
        return stream;
    }

    void answered(RuntimeAnswer given) {
        answer = given;
    }

    /** {@code READY} once the runtime has asked for the next event, {@code ENDED} if its process ended before that. */
    public CompletableFuture<RuntimeLink.State> finished() {
        return finished;
    }

    /** What the runtime posted, if it did. */
    public Optional<RuntimeAnswer> answer() {
        return Optional.ofNullable(answer);
    }
}
