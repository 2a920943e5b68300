package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.ResponseStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with one runtime process, from its start to its end: which call is allowed when. Every restart of
 * the process gets a new one.
 */
public final class RuntimeLink {

    /** Where the conversation stands. */
    public enum State {
        STARTING,
        /** Waits for an event. */
        READY,
        /** Works on an event. */
        BUSY,
        INIT_FAILED,
        /** The process is gone. */
        ENDED
    }

    /** A {@code next} call that waits for its answer. */
    interface Waiting {
        void deliver(RuntimeTurn turn);

        void refuse();
    }

    private final CompletableFuture<State> initialised = new CompletableFuture<>();
    private State state = State.STARTING;
    private @Nullable Waiting waiting;
    private @Nullable RuntimeTurn turn;
    private volatile @Nullable RuntimeAnswer initError;

    private volatile long startedNanos = System.nanoTime();
    private volatile long readyNanos;

    RuntimeLink() {
        initialised.thenRun(() -> readyNanos = System.nanoTime());
    }

    /** Init is counted from now on: what went before was the making of its sandbox. */
    public void processStarted() {
        startedNanos = System.nanoTime();
    }

    /** From the start of the runtime until it asked for its first event, or failed to. */
    long initNanos() {
        return Math.max(0, readyNanos - startedNanos);
    }

    /** {@code READY} at the first call of {@code next}, {@code INIT_FAILED} or {@code ENDED} if it never came. */
    public CompletableFuture<State> initialised() {
        return initialised;
    }

    /** What the runtime said about its failed initialisation, if it said anything. */
    public Optional<RuntimeAnswer> initError() {
        return Optional.ofNullable(initError);
    }

    /**
     * Hands an event to the runtime, which must be ready.
     *
     * @param deadlineMs when its time is over, ms since the epoch
     * @param stream takes an answer that is streamed; empty to have it collected
     */
    public RuntimeTurn deliver(Invocation invocation, long deadlineMs, Optional<ResponseStream> stream) {
        RuntimeTurn next = new RuntimeTurn(invocation, deadlineMs, stream);
        Waiting receiver;
        synchronized (this) {
            if (state == State.ENDED) {
                next.finished().complete(State.ENDED);
                return next;
            }
            if (state != State.READY || waiting == null) {
                throw new IllegalStateException("the runtime is " + state);
            }
            state = State.BUSY;
            turn = next;
            receiver = waiting;
            waiting = null;
        }
        receiver.deliver(next);
        return next;
    }

    /** The process ended or is no longer listened to; whoever waits for it is told. */
    public void ended() {
        RuntimeTurn open;
        Waiting refused;
        synchronized (this) {
            state = State.ENDED;
            open = turn;
            turn = null;
            refused = waiting;
            waiting = null;
        }
        initialised.complete(State.ENDED);
        if (open != null) {
            open.finished().complete(State.ENDED);
        }
        if (refused != null) {
            refused.refuse();
        }
    }

    /** Parks a {@code next} call; false if it is out of turn. A newer call takes the place of an abandoned one. */
    boolean park(Waiting call) {
        RuntimeTurn done;
        Waiting replaced;
        synchronized (this) {
            boolean answered = turn != null && turn.answer().isPresent();
            if (state == State.ENDED || state == State.INIT_FAILED || (state == State.BUSY && !answered)) {
                return false;
            }
            done = turn;
            turn = null;
            replaced = waiting;
            waiting = call;
            state = State.READY;
        }
        initialised.complete(State.READY);
        if (done != null) {
            done.finished().complete(State.READY);
        }
        if (replaced != null) {
            replaced.refuse();
        }
        return true;
    }

    /** Whether an answer for this id would be taken now. */
    synchronized boolean expects(String requestId) {
        return turn != null
                && turn.invocation().requestId().equals(requestId)
                && turn.answer().isEmpty();
    }

    synchronized boolean answer(String requestId, RuntimeAnswer answer) {
        if (!expects(requestId) || turn == null) {
            return false;
        }
        turn.answered(answer);
        return true;
    }

    boolean failInit(RuntimeAnswer error) {
        synchronized (this) {
            if (state != State.STARTING) {
                return false;
            }
            state = State.INIT_FAILED;
            initError = error;
        }
        initialised.complete(State.INIT_FAILED);
        return true;
    }
}
