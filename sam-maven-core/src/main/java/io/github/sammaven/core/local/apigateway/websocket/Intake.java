package io.github.sammaven.core.local.apigateway.websocket;

import io.undertow.websockets.core.WebSocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one connection on their way to the functions. As in AWS one does not wait for the answer to the other;
 * but while many are under way nothing more is read, so that a client cannot fill the memory.
 */
final class Intake {

    static final int MOST_UNDER_WAY = 16;

    private final WebSocketChannel channel;
    private final Function<String, CompletableFuture<?>> handler;
    private final Deque<String> waiting = new ArrayDeque<>();
    private int underWay;

    Intake(WebSocketChannel channel, Function<String, CompletableFuture<?>> handler) {
        this.channel = channel;
        this.handler = handler;
    }

    void accept(String message) {
        synchronized (this) {
            if (underWay == MOST_UNDER_WAY) {
                waiting.add(message);
                channel.suspendReceives();
                return;
            }
            underWay++;
        }
        start(message);
    }

    private void start(String message) {
        handler.apply(message).whenComplete((done, failure) -> finished());
    }

    private void finished() {
        String next = next();
        if (next != null) {
            start(next);
        }
    }

    private synchronized @Nullable String next() {
        String next = waiting.poll();
        if (next == null) {
            underWay--;
        }
        if (waiting.isEmpty() && !channel.isReceivesResumed()) {
            channel.getIoThread().execute(channel::resumeReceives);
        }
        return next;
    }
}
