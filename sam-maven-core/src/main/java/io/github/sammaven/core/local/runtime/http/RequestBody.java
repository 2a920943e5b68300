package io.github.sammaven.core.local.runtime.http;

import java.io.IOException;
import java.io.InputStream;

/** A body as it comes, to its own end. */
abstract class RequestBody extends InputStream {

    /** What is read for a client that was answered early: it may take no answer before it has sent all. */
    private static final long READ_AT_MOST = 128 * 1_048_576;

    private static final int CHUNK = 64 * 1024;

    private boolean broken;

    /** Whether all was read; then the next request follows. */
    abstract boolean isRead();

    /** Whether it ended before its end, so that nothing can follow. */
    final boolean isBroken() {
        return broken;
    }

    /** What came behind it; nothing before it was read to the end. */
    abstract HttpFields trailers();

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        try {
            return readPart(target, offset, length);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    abstract int readPart(byte[] target, int offset, int length) throws IOException;

    /** Reads what nobody wanted; false if that is too much. */
    final boolean skipRest() throws IOException {
        if (isRead()) {
            return true;
        }
        byte[] dropped = new byte[CHUNK];
        long size = 0;
        while (!isRead() && size < READ_AT_MOST) {
            size += read(dropped, 0, CHUNK);
        }
        return isRead();
    }
}
