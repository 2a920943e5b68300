package io.github.sammaven.core.local.apigateway.websocket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that sends any frame, be it allowed or not. */
final class RawClient implements AutoCloseable {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;

    /** Lines of the head of the answer. */
    final List<String> head = new ArrayList<>();

    /** A frame of the server. */
    record Frame(int type, byte[] payload) {

        int closeCode() {
            return (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        }

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    /** @param headers lines that come besides those of a handshake */
    RawClient(int port, String path, String... headers) throws IOException {
        socket = new Socket("127.0.0.1", port);
        out = socket.getOutputStream();
        in = new DataInputStream(socket.getInputStream());
        String further = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" + further + "\r\n");
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.add(line);
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    RawClient send(int type, boolean last, byte[] payload) throws IOException {
        head(type, last, payload.length);
        out.write(payload);
        out.flush();
        return this;
    }

    RawClient head(int type, boolean last, int length) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write((last ? 0x80 : 0) | type);
        if (length < 126) {
            frame.write(0x80 | length);
        } else if (length < 65_536) {
            frame.write(0x80 | 126);
            frame.write(length >> 8);
            frame.write(length);
        } else {
            frame.write(0x80 | 127);
            frame.write(new byte[4]);
            frame.write(new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        }
        // A mask of zeros leaves the payload as it is.
        frame.write(new byte[4]);
        out.write(frame.toByteArray());
        out.flush();
        return this;
    }

    Frame read() throws IOException {
        int type = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        return new Frame(type, in.readNBytes(length));
    }

    /** Whether the server has closed the connection. */
    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
