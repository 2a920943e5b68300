package io.github.sammaven.core.local.apigateway.websocket;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.StreamSourceFrameChannel;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes what a client sends over its connection. Runs in the thread of the server that reads from all of them. */
final class MessageReceiver extends AbstractReceiveListener {

    private final Connection connection;
    private final Intake intake;

    MessageReceiver(Connection connection, Intake intake) {
        this.connection = connection;
        this.intake = intake;
    }

    @Override
    protected void onText(WebSocketChannel channel, StreamSourceFrameChannel message) throws IOException {
        connection.active();
        new TextMessage(connection, message, intake).read();
    }

    @Override
    protected void onBinary(WebSocketChannel channel, StreamSourceFrameChannel message) throws IOException {
        connection.close(Ending.BINARY);
        new TextMessage(connection, message, intake).read();
    }

    @Override
    protected void onFullPingMessage(WebSocketChannel channel, BufferedBinaryMessage message) throws IOException {
        connection.active();
        super.onFullPingMessage(channel, message);
    }

    @Override
    protected void onFullPongMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
        connection.active();
        message.getData().close();
    }

    @Override
    protected void onFullCloseMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
        ByteBuffer payload;
        try (var data = message.getData()) {
            payload = WebSockets.mergeBuffers(data.getResource());
        }
        if (!channel.isCloseFrameSent()) {
            WebSockets.sendClose(payload.duplicate(), channel, null);
        }
        connection.end(payload.hasRemaining() ? ending(new CloseMessage(payload)) : Ending.NO_STATUS);
    }

    private static Ending ending(CloseMessage message) {
        return new Ending(message.getCode(), message.getReason());
    }
}
