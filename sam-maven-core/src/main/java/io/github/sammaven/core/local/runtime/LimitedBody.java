package io.github.sammaven.core.local.runtime;

import java.io.ByteArrayOutputStream;

/** Collects a body up to a limit; what is beyond is counted and dropped, with all that came before it. */
final class LimitedBody {

    private final int limit;
    private ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);
    private long size;

    LimitedBody(int limit) {
        this.limit = limit;
    }

    void add(byte[] part, int length) {
        size += length;
        if (!isOverLimit()) {
            kept.write(part, 0, length);
        } else if (kept.size() > 0) {
            kept = new ByteArrayOutputStream(0);
        }
    }

    boolean isOverLimit() {
        return size > limit;
    }

    long size() {
        return size;
    }

    byte[] toBytes() {
        return kept.toByteArray();
    }
}
