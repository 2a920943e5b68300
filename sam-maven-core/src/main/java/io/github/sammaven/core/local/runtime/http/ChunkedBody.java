package io.github.sammaven.core.local.runtime.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body in chunks, and the trailers behind the last. */
final class ChunkedBody extends RequestBody {

    private final InputStream in;
    private final MessageReader lines;
    private HttpFields trailers = new HttpFields();
    private long left;
    private boolean begun;
    private boolean read;

    ChunkedBody(InputStream in, MessageReader lines) {
        this.in = in;
        this.lines = lines;
    }

    @Override
    int readPart(byte[] target, int offset, int length) throws IOException {
        if (left == 0 && !read) {
            nextChunk();
        }
        if (read) {
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException();
        }
        left -= count;
        return count;
    }

    private void nextChunk() throws IOException {
        if (begun) {
            lines.endOfChunk();
        }
        begun = true;
        left = lines.chunkSize();
        if (left == 0) {
            trailers = lines.trailers();
            read = true;
        }
    }

    @Override
    boolean isRead() {
        return read;
    }

    @Override
    HttpFields trailers() {
        return trailers;
    }
}
