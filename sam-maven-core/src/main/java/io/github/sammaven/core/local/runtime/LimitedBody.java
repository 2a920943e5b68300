package io.github.sammaven.core.local.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A request body of which at most so many bytes are kept; the rest is counted and dropped.
 *
 * @param bytes the whole body, or nothing if it was too large
 * @param size how many bytes there were
 * @param limit how many are allowed
 */
record LimitedBody(byte[] bytes, long size, long limit) {

    private static final int CHUNK = 16 * 1024;

    static LimitedBody read(InputStream in, long expected, long limit) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream((int) Math.min(Math.max(expected, CHUNK), limit));
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            size += read;
            if (size <= limit) {
                kept.write(chunk, 0, read);
            }
        }
        return new LimitedBody(size <= limit ? kept.toByteArray() : new byte[0], size, limit);
    }

    boolean isTooLarge() {
        return size > limit;
    }
}
