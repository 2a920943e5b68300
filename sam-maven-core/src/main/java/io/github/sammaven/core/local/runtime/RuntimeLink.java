package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.ResponseStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with one runtime process and the extensions beside it, from their start to their end: which call is
 * allowed when. Every restart of the process gets a new one.
 */
public final class RuntimeLink {

    /** Where the conversation stands. */
    public enum State {
        STARTING,
        /** Initialised, and waits to be restored from its snapshot. */
        SNAPSHOT,
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

        void restore();

        void refuse();
    }

    private final CompletableFuture<State> initialised = new CompletableFuture<>();
    private final CompletableFuture<State> restored = new CompletableFuture<>();
    private final Extensions extensions = new Extensions(this::settle, this::fail);
    private State state = State.STARTING;
    private boolean runtimeReady;
    private @Nullable Waiting waiting;
    private @Nullable RuntimeTurn turn;
    private @Nullable RuntimeAnswer initError;
    private @Nullable Fault fault;

    private volatile long startedNanos = System.nanoTime();
    private volatile long readyNanos;

    RuntimeLink() {
        initialised.thenRun(() -> readyNanos = System.nanoTime());
    }

    /** Init is counted from now on: what went before was the making of its sandbox. */
    public void processStarted() {
        startedNanos = System.nanoTime();
    }

    /** Since the start of the runtime. */
    long nanosSinceStart() {
        return System.nanoTime() - startedNanos;
    }

    /** From the start of the runtime until it asked for its first event, or failed to. */
    long initNanos() {
        return Math.max(0, readyNanos - startedNanos);
    }

    Extensions extensions() {
        return extensions;
    }

    /**
     * {@code READY} when the runtime and all extensions wait for the first event, {@code SNAPSHOT} when the runtime waits
     * to be restored, {@code INIT_FAILED} or {@code ENDED} if it never came to that.
     */
    public CompletableFuture<State> initialised() {
        return initialised;
    }

    /** As {@link #initialised}, after {@link #restore}. */
    CompletableFuture<State> restored() {
        return restored;
    }

    /** What the runtime said about its failed initialisation, if it said anything. */
    public synchronized Optional<RuntimeAnswer> initError() {
        return Optional.ofNullable(initError);
    }

    /** What failed beside the runtime, or kept it from starting. */
    synchronized Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** Whether what was ready once is no more. */
    synchronized boolean isBroken() {
        return state == State.ENDED && initialised.getNow(State.STARTING) == State.READY;
    }

    /**
     * Hands an event to the runtime and the extensions, all of which must be ready.
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
            if (state != State.READY || waiting == null || turn != null) {
                throw new IllegalStateException("the runtime is " + state);
            }
            state = State.BUSY;
            runtimeReady = false;
            turn = next;
            receiver = waiting;
            waiting = null;
        }
        extensions.deliver(next);
        receiver.deliver(next);
        return next;
    }

    /** Lets a runtime go on that waits for this behind its snapshot. */
    void restore() {
        Waiting receiver;
        synchronized (this) {
            receiver = waiting;
            waiting = null;
            if (state != State.SNAPSHOT || receiver == null) {
                return;
            }
            state = State.STARTING;
        }
        receiver.restore();
    }

    /** The process ended or is no longer listened to; whoever waits for it is told. */
    public void ended() {
        end(true);
    }

    /** Something failed that the runtime cannot go on without; the first such thing counts. */
    void fail(Fault failed) {
        synchronized (this) {
            if (state == State.ENDED) {
                return;
            }
            if (fault == null) {
                fault = failed;
            }
        }
        end(false);
    }

    private void end(boolean refuse) {
        RuntimeTurn open;
        Waiting refused = null;
        synchronized (this) {
            state = State.ENDED;
            open = turn;
            turn = null;
            if (refuse) {
                refused = waiting;
                waiting = null;
            }
        }
        initialised.complete(State.ENDED);
        restored.complete(State.ENDED);
        if (open != null) {
            open.finished().complete(State.ENDED);
        }
        if (refused != null) {
            refused.refuse();
        }
    }

    /** Parks a {@code next} call; false if it is out of turn. A newer call takes the place of an abandoned one. */
    boolean park(Waiting call) {
        Waiting replaced;
        synchronized (this) {
            boolean answered = turn != null && turn.answer().isPresent();
            boolean inTurn = state == State.STARTING || state == State.READY || (state == State.BUSY && answered);
            if (!inTurn) {
                return false;
            }
            replaced = waiting;
            waiting = call;
            state = State.READY;
            runtimeReady = true;
        }
        extensions.closeRegistration();
        settle();
        if (replaced != null) {
            replaced.refuse();
        }
        return true;
    }

    /** Parks the call of a runtime that has a snapshot taken of it; false if it is out of turn. */
    boolean parkRestore(Waiting call) {
        synchronized (this) {
            if (state != State.STARTING || initialised.isDone()) {
                return false;
            }
            waiting = call;
            state = State.SNAPSHOT;
            runtimeReady = true;
        }
        extensions.closeRegistration();
        settle();
        return true;
    }

    /** Goes on if nobody is left to wait for. */
    private void settle() {
        RuntimeTurn done;
        State reached;
        synchronized (this) {
            if (!runtimeReady || !extensions.allWait()) {
                return;
            }
            reached = state;
            done = turn;
            turn = null;
        }
        initialised.complete(reached);
        if (reached == State.READY) {
            restored.complete(reached);
        }
        if (done != null) {
            done.finished().complete(reached);
        }
    }

    /** Whether an answer for this id would be taken now. */
    synchronized boolean expects(String requestId) {
        return turn != null
                && turn.invocation().requestId().equals(requestId)
                && turn.answer().isEmpty()
                && !turn.isStreamed();
    }

    /**
     * The turn that a streamed answer for this id belongs to, if its caller takes parts; nobody else may answer it from
     * now on.
     */
    synchronized Optional<RuntimeTurn> turnToStream(String requestId) {
        if (!expects(requestId) || turn == null || turn.stream().isEmpty()) {
            return Optional.empty();
        }
        turn.beginStream();
        return Optional.of(turn);
    }

    /** The end of what {@link #turnToStream} began; false if the turn is over. */
    synchronized boolean endStream(RuntimeTurn streamed, RuntimeAnswer answer) {
        if (turn != streamed) {
            return false;
        }
        streamed.answered(answer);
        return true;
    }

    synchronized boolean answer(String requestId, RuntimeAnswer answer) {
        if (!expects(requestId) || turn == null) {
            return false;
        }
        turn.answered(answer);
        return true;
    }

    /** The runtime says that its initialisation failed, or its restoration; false if it is out of turn. */
    boolean failInit(RuntimeAnswer error) {
        synchronized (this) {
            if (state != State.STARTING) {
                return false;
            }
            state = State.INIT_FAILED;
            initError = error;
        }
        initialised.complete(State.INIT_FAILED);
        restored.complete(State.INIT_FAILED);
        return true;
    }
}
