package io.github.sammaven.core.operate.time;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a point in time from English words or a time stamp: {@code 10m ago}, {@code 2 hours}, {@code yesterday 14:00},
 * {@code last monday}, {@code 2026-11-21T14:00:00Z}, {@code 21 Nov 2026 2pm}, milliseconds since 1970. What has no zone is
 * in that of the clock. Days without a time begin at midnight, but {@code yesterday} is 24 hours ago.
 */
public final class TimeWords {

    private static final String EXAMPLES =
            "write for instance: 10m ago, 2 hours ago, yesterday, today 14:00, 2026-11-21 14:00, 2026-11-21T14:00:00Z";
    private static final Pattern ZONE =
            Pattern.compile("(?<=\\d|[ap]m|noon|midnight)\\s*(z|utc|gmt|[+-]\\d{2}:?\\d{2})$");
    private static final int SECONDS_DIGITS = 10;
    private static final int MILLIS_DIGITS = 13;

    private final Clock clock;

    /** @param clock says what is now, and the zone of times without one */
    public TimeWords(Clock clock) {
        this.clock = clock;
    }

    /**
     * The time that {@code text} says.
     *
     * @param option what it is the value of, {@code startTime}
     * @throws InvalidOptionException if it is none; with examples
     */
    public Instant read(String option, String text) {
        Optional<Instant> time;
        try {
            time = read(normal(text));
            if (time.filter(Instant.EPOCH::isAfter).isPresent()) {
                throw new DateTimeException("before all logs");
            }
        } catch (DateTimeException | ArithmeticException impossible) {
            throw new InvalidOptionException(option + ": there is no time '" + text + "'", EXAMPLES);
        }
        return time.orElseThrow(
                () -> new InvalidOptionException(option + ": '" + text + "' is not understood as a time", EXAMPLES));
    }

    private static String normal(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace(',', ' ')
                .replaceAll("\\b(?:at|on|and|the)\\b", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private Optional<Instant> read(String words) {
        if (words.matches("\\d+")) {
            return number(words);
        }
        String text = words.replaceFirst("^(\\d{8})t(\\d{2})(\\d{2})(\\d{2})", "$1 $2:$3:$4")
                .replaceFirst("^(\\d{8})t(\\d{2})(\\d{2})", "$1 $2:$3")
                .replaceFirst("^(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})t", "$1 ");
        Matcher zone = text.matches(".*(?:\\d:\\d|[ap]m|noon|midnight).*") ? ZONE.matcher(text) : ZONE.matcher("");
        return zone.find() ? at(text.substring(0, zone.start()), zoneOf(zone.group(1))) : at(text, clock.getZone());
    }

    private Optional<Instant> number(String digits) {
        return switch (digits.length()) {
            case MILLIS_DIGITS -> Optional.of(Instant.ofEpochMilli(Long.parseLong(digits)));
            case SECONDS_DIGITS -> Optional.of(Instant.ofEpochSecond(Long.parseLong(digits)));
            default ->
                Day.read(digits, today(clock.getZone()))
                        .map(day -> day.atStartOfDay(clock.getZone()).toInstant());
        };
    }

    private Optional<Instant> at(String words, ZoneId zone) {
        ZonedDateTime now = clock.instant().atZone(zone);
        if (words.equals("now")) {
            return Optional.of(now.toInstant());
        }
        return ClockTime.find(words)
                .map(clockTime -> day(clockTime.rest(), clockTime.time(), now)
                        .map(day -> day.atTime(clockTime.time()).atZone(zone)))
                .orElseGet(() -> withoutTime(words, now))
                .map(ZonedDateTime::toInstant);
    }

    /** A time without a day is the last one that was. */
    private static Optional<LocalDate> day(String words, LocalTime time, ZonedDateTime now) {
        if (words.isEmpty()) {
            LocalDate today = now.toLocalDate();
            return Optional.of(time.isAfter(now.toLocalTime()) ? today.minusDays(1) : today);
        }
        return withoutTime(words, now).map(ZonedDateTime::toLocalDate);
    }

    private static Optional<ZonedDateTime> withoutTime(String words, ZonedDateTime now) {
        return switch (words) {
            case "today" -> Optional.of(now.toLocalDate().atStartOfDay(now.getZone()));
            case "yesterday" -> Optional.of(now.minusDays(1));
            case "day before yesterday" -> Optional.of(now.minusDays(2));
            default ->
                Ago.read(words, now)
                        .or(() -> Day.read(words, now.toLocalDate()).map(day -> day.atStartOfDay(now.getZone())));
        };
    }

    private LocalDate today(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private static ZoneId zoneOf(String word) {
        return word.matches("[+-].*") ? ZoneOffset.of(word) : ZoneOffset.UTC;
    }
}
