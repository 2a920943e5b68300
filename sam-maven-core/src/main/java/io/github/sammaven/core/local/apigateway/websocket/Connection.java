package io.github.sammaven.core.local.apigateway.websocket;

import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** One open connection. It ends once, whoever ends it first: the client, this server, or the network. */
final class Connection {

    /** How long a client has to answer a close frame. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final SocketClient client;
    private final WebSocketChannel channel;
    private final Timer timer;
    private final Clock clock;
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();
    private volatile Instant lastActive;

    Connection(SocketClient client, WebSocketChannel channel, Timer timer, Clock clock) {
        this.client = client;
        this.channel = channel;
        this.timer = timer;
        this.clock = clock;
        this.lastActive = clock.instant();
    }

    SocketClient client() {
        return client;
    }

    boolean isOpen() {
        return !ended.isDone();
    }

    /** When something went over it last, in either direction. */
    Instant lastActive() {
        return lastActive;
    }

    void active() {
        lastActive = clock.instant();
    }

    /** @return completes with whether the message went out */
    CompletableFuture<Boolean> send(String text) {
        if (!isOpen()) {
            return CompletableFuture.completedFuture(false);
        }
        active();
        CompletableFuture<Boolean> sent = new CompletableFuture<>();
        WebSockets.sendText(text, channel, new WebSocketCallback<Void>() {
            @Override
            public void complete(WebSocketChannel on, @Nullable Void context) {
                sent.complete(true);
            }

            @Override
            public void onError(WebSocketChannel on, @Nullable Void context, Throwable failure) {
                sent.complete(false);
            }
        });
        return sent;
    }

    /** Tells the client, and waits for its own close frame only for a while. */
    void close(Ending how) {
        if (end(how)) {
            WebSockets.sendClose(new CloseMessage(how.code(), how.reason()), channel, null);
            timer.after(CLOSING, () -> IoUtils.safeClose(channel));
        }
    }

    /** @return whether it was open until now */
    boolean end(Ending how) {
        return ended.complete(how);
    }

    /** @param action done once; at once if it has ended already */
    void onEnd(Consumer<Ending> action) {
        ended.thenAccept(action);
    }
}
