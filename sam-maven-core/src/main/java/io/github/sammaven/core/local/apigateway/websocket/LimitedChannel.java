package io.github.sammaven.core.local.apigateway.websocket;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.protocol.framed.FrameHeaderData;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.protocol.version13.WebSocket13Channel;
import io.undertow.websockets.extensions.NoopExtensionFunction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;

/** Sees the length of each frame. */
final class LimitedChannel extends WebSocket13Channel {

    private volatile Runnable onLongFrame = () -> {};

    LimitedChannel(
            StreamConnection connection,
            ByteBufferPool pool,
            String location,
            @Nullable String subprotocol,
            Set<WebSocketChannel> peers,
            OptionMap options) {
        super(connection, pool, location, subprotocol, false, false, NoopExtensionFunction.INSTANCE, peers, options);
    }

    /** @param action on each frame over the limit, as soon as its head is there */
    void onLongFrame(Runnable action) {
        onLongFrame = action;
    }

    @Override
    protected @Nullable FrameHeaderData parseFrame(ByteBuffer data) throws IOException {
        FrameHeaderData header = super.parseFrame(data);
        if (header != null && SocketLimits.FRAME.isExceededBy(header.getFrameLength())) {
            onLongFrame.run();
        }
        return header;
    }
}
