package io.github.sammaven.core.operate.time;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time before now: {@code 10m ago}, {@code 2 hours 30 minutes}, {@code a week ago}, {@code last month}. */
final class Ago {

    private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("s", ChronoUnit.SECONDS),
            Map.entry("sec", ChronoUnit.SECONDS),
            Map.entry("second", ChronoUnit.SECONDS),
            Map.entry("m", ChronoUnit.MINUTES),
            Map.entry("min", ChronoUnit.MINUTES),
            Map.entry("minute", ChronoUnit.MINUTES),
            Map.entry("h", ChronoUnit.HOURS),
            Map.entry("hr", ChronoUnit.HOURS),
            Map.entry("hour", ChronoUnit.HOURS),
            Map.entry("d", ChronoUnit.DAYS),
            Map.entry("day", ChronoUnit.DAYS),
            Map.entry("w", ChronoUnit.WEEKS),
            Map.entry("wk", ChronoUnit.WEEKS),
            Map.entry("week", ChronoUnit.WEEKS),
            Map.entry("month", ChronoUnit.MONTHS),
            Map.entry("y", ChronoUnit.YEARS),
            Map.entry("yr", ChronoUnit.YEARS),
            Map.entry("year", ChronoUnit.YEARS));
    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern PART = Pattern.compile(
            "\\G\\s*(?:(\\d{1,9}(?:\\.\\d{1,9})?)\\s*|(half an?|an?|" + String.join("|", NUMBERS) + ")\\s+)([a-z]+)");
    private static final Pattern LAST_UNIT = Pattern.compile("(?:last|past) ([a-z]+)");

    private Ago() {}

    /** Empty if {@code words} are nothing of the kind. */
    static Optional<ZonedDateTime> read(String words, ZonedDateTime now) {
        Matcher single = LAST_UNIT.matcher(words);
        if (single.matches()) {
            return unit(single.group(1)).map(unit -> minus(now, BigDecimal.ONE, unit));
        }
        String rest = words.replaceFirst("^(?:last|past) |^-", "").replaceFirst(" ?\\bago$", "");
        Matcher parts = PART.matcher(rest);
        ZonedDateTime time = now;
        int end = 0;
        while (parts.find()) {
            Optional<ChronoUnit> unit = unit(parts.group(3));
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            time = minus(time, number(parts), unit.get());
            end = parts.end();
        }
        return end > 0 && end == rest.length() ? Optional.of(time) : Optional.empty();
    }

    private static Optional<ChronoUnit> unit(String word) {
        return Optional.ofNullable(UNITS.get(word))
                .or(() -> word.length() > 2 && word.endsWith("s")
                        ? Optional.ofNullable(UNITS.get(word.substring(0, word.length() - 1)))
                        : Optional.empty());
    }

    private static BigDecimal number(Matcher part) {
        if (part.group(1) != null) {
            return new BigDecimal(part.group(1));
        }
        String word = part.group(2).toLowerCase(Locale.ROOT);
        if (word.startsWith("half")) {
            return new BigDecimal("0.5");
        }
        return word.startsWith("a") ? BigDecimal.ONE : BigDecimal.valueOf(NUMBERS.indexOf(word));
    }

    /** Whole days and more follow the calendar, so that a change to summer time does not move the hour. */
    private static ZonedDateTime minus(ZonedDateTime time, BigDecimal number, ChronoUnit unit) {
        if (number.stripTrailingZeros().scale() <= 0) {
            return time.minus(number.longValueExact(), unit);
        }
        BigDecimal millis =
                number.multiply(BigDecimal.valueOf(unit.getDuration().toMillis()));
        return time.minus(Duration.ofMillis(millis.longValue()));
    }
}
