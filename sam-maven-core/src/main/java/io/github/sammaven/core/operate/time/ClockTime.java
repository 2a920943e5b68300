package io.github.sammaven.core.operate.time;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day within other words: {@code 14:00}, {@code 2:30 pm}, {@code noon}.
 *
 * @param time it
 * @param rest the words without it
 */
record ClockTime(LocalTime time, String rest) {

    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\d:.])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.](\\d{1,9}))?)?\\s*([ap]m)?(?![\\w:])");
    private static final Pattern HOUR = Pattern.compile("\\b(\\d{1,2})\\s*([ap]m)\\b");
    private static final Pattern WORD = Pattern.compile("\\b(noon|midnight)\\b");

    /** @throws java.time.DateTimeException if it is none that a clock shows */
    static Optional<ClockTime> find(String words) {
        Matcher digits = DIGITS.matcher(words);
        if (digits.find()) {
            int second = digits.group(3) == null ? 0 : Integer.parseInt(digits.group(3));
            LocalTime time = LocalTime.of(
                    hour(digits.group(1), digits.group(5)),
                    Integer.parseInt(digits.group(2)),
                    second,
                    nanos(digits.group(4)));
            return Optional.of(new ClockTime(time, without(words, digits)));
        }
        Matcher hour = HOUR.matcher(words);
        if (hour.find()) {
            LocalTime time = LocalTime.of(hour(hour.group(1), hour.group(2)), 0);
            return Optional.of(new ClockTime(time, without(words, hour)));
        }
        Matcher word = WORD.matcher(words);
        if (word.find()) {
            LocalTime time = word.group().equals("noon") ? LocalTime.NOON : LocalTime.MIDNIGHT;
            return Optional.of(new ClockTime(time, without(words, word)));
        }
        return Optional.empty();
    }

    private static int hour(String digits, @Nullable String half) {
        int hour = Integer.parseInt(digits);
        if (half == null) {
            return hour;
        }
        // 12 am is midnight; 13 pm is no time, as the caller will find.
        return hour < 1 || hour > 12 ? -1 : hour % 12 + (half.equals("pm") ? 12 : 0);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static String without(String words, Matcher found) {
        return (words.substring(0, found.start()) + " " + words.substring(found.end()))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
