package io.github.sammaven.core.local.console;

import io.github.sammaven.core.limits.Quota;
import java.util.Locale;

/**
 * A payload against its limit.
 *
 * @param size bytes
 * @param limit bytes
 * @param text for people
 */
record PayloadShare(long size, long limit, String text) {

    private static final double MEGABYTE = 1024.0 * 1024.0;

    static PayloadShare of(long size, Quota quota) {
        return new PayloadShare(
                size,
                quota.value(),
                String.format(
                        Locale.ROOT,
                        "%,d bytes, %.1f of %.1f MB (%.1f %%)",
                        size,
                        size / MEGABYTE,
                        quota.value() / MEGABYTE,
                        100.0 * size / quota.value()));
    }

    /** From here on it should be looked at. */
    long high() {
        return limit * 8 / 10;
    }

    /** Of a body, without a limit. */
    static String bytes(long size) {
        if (size < 1000) {
            return size + " B";
        }
        return size < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", size / 1000.0)
                : String.format(Locale.ROOT, "%.1f MB", size / 1_000_000.0);
    }
}
