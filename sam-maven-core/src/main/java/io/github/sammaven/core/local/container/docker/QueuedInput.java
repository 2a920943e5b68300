package io.github.sammaven.core.local.container.docker;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Input of a program, fed from any thread. The JDK's piped streams end with the thread that wrote last. */
final class QueuedInput extends InputStream {

    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
    private byte[] current = new byte[0];
    private int position;
    private volatile boolean closed;

    void put(byte[] bytes) throws IOException {
        if (closed) {
            throw new IOException("the input has ended");
        }
        if (bytes.length > 0) {
            pieces.add(bytes);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == current.length && !next()) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, into, offset, count);
        position += count;
        return count;
    }

    private boolean next() throws IOException {
        if (current == END && closed) {
            return false;
        }
        try {
            current = pieces.take();
            position = 0;
            return current != END;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public int available() {
        return current.length - position;
    }

    @Override
    public void close() {
        closed = true;
        pieces.add(END);
    }
}
