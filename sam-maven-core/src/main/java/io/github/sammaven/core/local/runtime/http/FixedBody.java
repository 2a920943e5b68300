package io.github.sammaven.core.local.runtime.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body whose length was told. */
final class FixedBody extends RequestBody {

    private final InputStream in;
    private long left;

    FixedBody(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    int readPart(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException();
        }
        left -= count;
        return count;
    }

    @Override
    boolean isRead() {
        return left == 0;
    }

    @Override
    HttpFields trailers() {
        return new HttpFields();
    }
}
