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
    private volatile boolean streamed;

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

    /** The answer goes to the caller's stream from now on, and no second one is taken. */
    void beginStream() {
        streamed = true;
    }

    /** Whether the answer, or the start of it, went to the caller as it came. */
    boolean isStreamed() {
        return streamed;
    }

    /**
     * {@code READY} once the runtime and all extensions have asked for the next event, {@code ENDED} if one of them ended
     * before that.
     */
    public CompletableFuture<RuntimeLink.State> finished() {
        return finished;
    }

    /** What the runtime posted, if it did. */
    public Optional<RuntimeAnswer> answer() {
        return Optional.ofNullable(answer);
    }
}
