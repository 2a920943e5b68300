package io.github.sammaven.core.local.apigateway.websocket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** A client of the JDK with all it got. */
final class SocketUser implements WebSocket.Listener {

    final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    final CompletableFuture<Ending> closed = new CompletableFuture<>();
    private final StringBuilder parts = new StringBuilder();
    WebSocket socket;

    static SocketUser connect(HttpClient client, URI address, String... subprotocols) {
        SocketUser user = new SocketUser();
        WebSocket.Builder builder = client.newWebSocketBuilder().header("User-Agent", "test/1");
        if (subprotocols.length > 0) {
            builder.subprotocols(subprotocols[0], java.util.Arrays.copyOfRange(subprotocols, 1, subprotocols.length));
        }
        user.socket = builder.buildAsync(address, user).join();
        return user;
    }

    SocketUser say(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    String hear() throws InterruptedException {
        return messages.take();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            messages.add(parts.toString());
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(new Ending(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }
}
