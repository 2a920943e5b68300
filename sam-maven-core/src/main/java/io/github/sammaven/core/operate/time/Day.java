package io.github.sammaven.core.operate.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A date: {@code 2026-11-21}, {@code Nov 21, 2026}, {@code 21 November}, {@code last monday}. */
final class Day {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.]?)(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})(?: (\\d{4}))?");
    private static final Pattern MONTH_FIRST = Pattern.compile("([a-z]{3,9}) (\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?");

    private Day() {}

    /**
     * A day without a year, and a weekday, is the last one that was.
     *
     * @throws java.time.DateTimeException if there is no such day
     */
    static Optional<LocalDate> read(String words, LocalDate today) {
        Optional<DayOfWeek> weekday = named(DayOfWeek.values(), words.replaceFirst("^(?:last|past) ", ""));
        if (weekday.isPresent()) {
            return Optional.of(today.with(TemporalAdjusters.previous(weekday.get())));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(words);
        if (yearFirst.matches() && (!yearFirst.group(2).isEmpty() || words.length() == 8)) {
            return Optional.of(LocalDate.of(number(yearFirst, 1), number(yearFirst, 3), number(yearFirst, 4)));
        }
        String date = withoutWeekday(words);
        Matcher dayFirst = DAY_FIRST.matcher(date);
        if (dayFirst.matches()) {
            return month(dayFirst.group(2)).map(month -> date(month, dayFirst, 1, today));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(date);
        if (monthFirst.matches()) {
            return month(monthFirst.group(1)).map(month -> date(month, monthFirst, 2, today));
        }
        return Optional.empty();
    }

    /** {@code Sat 21 Nov 2026}: the weekday adds nothing. */
    private static String withoutWeekday(String words) {
        int space = words.indexOf(' ');
        return space > 0 && named(DayOfWeek.values(), words.substring(0, space)).isPresent()
                ? words.substring(space + 1)
                : words;
    }

    private static LocalDate date(Month month, Matcher found, int day, LocalDate today) {
        if (found.group(3) != null) {
            return LocalDate.of(number(found, 3), month, number(found, day));
        }
        LocalDate thisYear = LocalDate.of(today.getYear(), month, number(found, day));
        return thisYear.isAfter(today) ? thisYear.minusYears(1) : thisYear;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Optional<Month> month(String word) {
        return word.equals("sept") ? Optional.of(Month.SEPTEMBER) : named(Month.values(), word);
    }

    /** By its English name or the first three letters of it. */
    private static <E extends Enum<E>> Optional<E> named(E[] constants, String word) {
        Function<E, String> name = constant -> constant.name().toLowerCase(Locale.ROOT);
        return Stream.of(constants)
                .filter(constant -> name.apply(constant).equals(word)
                        || name.apply(constant).substring(0, 3).equals(word))
                .findFirst();
    }
}
