package io.github.sammaven.core.deploy.follow;

import java.time.Duration;
import java.util.Locale;

/** Durations as people say them: {@code 0.4 s}, {@code 1 min 12 s}, {@code 2 h 5 min}. */
public final class DurationText {

    private DurationText() {}

    public static String of(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + " s";
        }
        return duration.compareTo(Duration.ofHours(1)) < 0
                ? both(duration.toMinutes(), "min", duration.toSecondsPart(), "s")
                : both(duration.toHours(), "h", duration.toMinutesPart(), "min");
    }

    private static String both(long large, String largeUnit, long small, String smallUnit) {
        String head = large + " " + largeUnit;
        return small == 0 ? head : head + " " + small + " " + smallUnit;
    }
}
