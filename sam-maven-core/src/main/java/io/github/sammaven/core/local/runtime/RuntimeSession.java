package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.FunctionError;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The order of calls between one runtime and us: initialise, ask for an event, answer it, ask for the next. One event at
 * a time.
 */
final class RuntimeSession {

    private final CompletableFuture<Optional<RuntimeAnswer>> initialized = new CompletableFuture<>();
    private @Nullable Consumer<Delivery> asking;
    private @Nullable PendingInvocation queued;
    private @Nullable PendingInvocation current;

    /** Completes when the runtime first asks for an event, or with the error that keeps it from doing so. */
    CompletableFuture<Optional<RuntimeAnswer>> initialized() {
        return initialized;
    }

    /**
     * The runtime asks for an event.
     *
     * @param reply receives it, at once or later, from the thread that brings the event
     */
    Optional<ApiRefusal> next(Consumer<Delivery> reply) {
        PendingInvocation done;
        Delivery ready = null;
        synchronized (this) {
            if (asking != null || current != null && !current.isAnswered()) {
                return Optional.of(ApiRefusal.WRONG_ORDER);
            }
            done = current;
            current = queued;
            queued = null;
            if (current == null) {
                asking = reply;
            } else {
                ready = current.delivery();
            }
        }
        initialized.complete(Optional.empty());
        if (done != null) {
            done.finish();
        }
        if (ready != null) {
            reply.accept(ready);
        }
        return Optional.empty();
    }

    /** Hands an event to the runtime as soon as it asks for one. */
    PendingInvocation deliver(Delivery delivery) {
        PendingInvocation pending = new PendingInvocation(delivery);
        Consumer<Delivery> reply;
        synchronized (this) {
            if (queued != null || current != null && !current.isAnswered()) {
                throw new IllegalStateException("an environment takes one event at a time");
            }
            reply = asking;
            asking = null;
            if (reply == null) {
                queued = pending;
            } else {
                current = pending;
            }
        }
        if (reply != null) {
            reply.accept(delivery);
        }
        return pending;
    }

    /** The runtime answers; only the first answer to the current event counts. */
    Optional<ApiRefusal> answer(String requestId, RuntimeAnswer answer) {
        PendingInvocation pending;
        synchronized (this) {
            pending = current;
            if (pending == null || !pending.delivery().requestId().equals(requestId)) {
                return Optional.of(ApiRefusal.WRONG_REQUEST_ID);
            }
        }
        return pending.answer().complete(answer) ? Optional.empty() : Optional.of(ApiRefusal.WRONG_REQUEST_ID);
    }

    /** The runtime could not load the function. */
    Optional<ApiRefusal> initError(RuntimeAnswer error) {
        return initialized.complete(Optional.of(error)) ? Optional.empty() : Optional.of(ApiRefusal.WRONG_ORDER);
    }

    /** The runtime's process is gone: whatever still waits for it gets {@code reason}. */
    void ended(FunctionError reason) {
        RuntimeAnswer failure = RuntimeAnswer.failure(reason);
        initialized.complete(Optional.of(failure));
        PendingInvocation running;
        PendingInvocation waiting;
        synchronized (this) {
            running = current;
            waiting = queued;
            current = null;
            queued = null;
            asking = null;
        }
        for (PendingInvocation pending : new PendingInvocation[] {running, waiting}) {
            if (pending != null) {
                pending.answer().complete(failure);
                pending.finish();
            }
        }
    }
}
