package io.github.sammaven.core.local.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request, as far as it is wanted.
 *
 * @param bytes empty if there are more than the limit
 * @param size how many came
 * @param limit the largest size that is kept
 */
public record RequestBody(byte[] bytes, long size, int limit) {

    /** A client that is refused early would see a broken connection instead of the answer; this much is read for it. */
    private static final int READ_AT_MOST = 128 * 1_048_576;

    private static final int CHUNK = 64 * 1024;

    /**
     * Reads the body of an exchange that may block.
     *
     * @throws IOException if it ends early, or is not as HTTP wants it
     */
    public static RequestBody read(HttpServerExchange exchange, int limit) throws IOException {
        try {
            return readAll(exchange, limit);
        } catch (IllegalArgumentException e) {
            throw new IOException("the lines behind the last chunk are no headers", e);
        }
    }

    private static RequestBody readAll(HttpServerExchange exchange, int limit) throws IOException {
        InputStream in = exchange.getInputStream();
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length <= limit) {
            return new RequestBody(bytes, bytes.length, limit);
        }
        long size = bytes.length;
        byte[] dropped = new byte[CHUNK];
        for (int read = 0; read >= 0 && size < READ_AT_MOST; read = in.read(dropped)) {
            size += read;
        }
        return new RequestBody(new byte[0], size, limit);
    }

    public boolean isTooLarge() {
        return size > limit;
    }
}
