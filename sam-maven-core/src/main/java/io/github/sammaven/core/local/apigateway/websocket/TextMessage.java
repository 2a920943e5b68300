package io.github.sammaven.core.local.apigateway.websocket;

import io.undertow.websockets.core.StreamSourceFrameChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.xnio.IoUtils;

/** One message that comes in pieces. What comes after the connection ended is read, but not kept. */
final class TextMessage {

    private static final int PIECE = 4096;

    private final Connection connection;
    private final StreamSourceFrameChannel source;
    private final Intake intake;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);

    TextMessage(Connection connection, StreamSourceFrameChannel source, Intake intake) {
        this.connection = connection;
        this.source = source;
        this.intake = intake;
    }

    /** Reads what is there, and the rest when it comes. */
    void read() throws IOException {
        int count = source.read(piece);
        while (count > 0) {
            keep();
            count = source.read(piece);
        }
        if (count == 0) {
            source.getReadSetter().set(more -> resume());
            source.resumeReads();
        } else if (connection.isOpen()) {
            intake.accept(bytes.toString(StandardCharsets.UTF_8));
        }
    }

    private void resume() {
        try {
            read();
        } catch (IOException lost) {
            IoUtils.safeClose(source.getWebSocketChannel());
        }
    }

    private void keep() {
        piece.flip();
        if (SocketLimits.MESSAGE.isExceededBy(bytes.size() + piece.remaining())) {
            connection.close(Ending.TOO_BIG);
        }
        if (connection.isOpen()) {
            bytes.write(piece.array(), 0, piece.limit());
        }
        piece.clear();
    }
}
