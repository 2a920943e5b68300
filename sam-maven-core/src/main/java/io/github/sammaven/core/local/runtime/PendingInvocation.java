package io.github.sammaven.core.local.runtime;

import java.util.concurrent.CompletableFuture;

/** An event that was handed over and its two ends: the answer, and the runtime's asking for the next event. */
public final class PendingInvocation {

    private final Delivery delivery;
    private final CompletableFuture<RuntimeAnswer> answer = new CompletableFuture<>();
    private final CompletableFuture<RuntimeAnswer> finished = new CompletableFuture<>();

    PendingInvocation(Delivery delivery) {
        this.delivery = delivery;
    }

    Delivery delivery() {
        return delivery;
    }

    /** Completes when the runtime has answered, or cannot any more. */
    public CompletableFuture<RuntimeAnswer> answer() {
        return answer;
    }

    /** Completes with the answer when the runtime has also asked for its next event, or has ended. */
    public CompletableFuture<RuntimeAnswer> finished() {
        return finished;
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    void finish() {
        answer.thenAccept(finished::complete);
    }
}
