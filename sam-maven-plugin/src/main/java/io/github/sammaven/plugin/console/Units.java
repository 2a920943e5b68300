package io.github.sammaven.plugin.console;

import java.time.Duration;
import java.util.Locale;

/** Sizes and times as a person reads them. */
public final class Units {

    private static final double MEGABYTE = 1_048_576;

    private Units() {}

    /** {@code 1 error} or {@code 2 errors}. */
    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** {@code 0.4 MB}, or {@code 312 bytes} below a tenth of a megabyte. */
    public static String size(long bytes) {
        return bytes < MEGABYTE / 10 ? count(bytes, "byte") : String.format(Locale.ROOT, "%,.1f MB", bytes / MEGABYTE);
    }

    /** {@code 1.2 kB}. */
    public static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f kB", bytes / 1000.0);
    }

    /** {@code 6.1 ms} below a second, else as {@link #time}. */
    public static String fineTime(Duration duration) {
        return duration.toMillis() < 1000
                ? String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6)
                : time(duration);
    }

    /** {@code 12 ms}, {@code 3.4 s} or {@code 1 min 12 s}. */
    public static String time(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        return millis < 60_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : millis / 60_000 + " min " + millis % 60_000 / 1000 + " s";
    }
}
