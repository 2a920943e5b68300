package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of options that come as text, and refuses what they cannot mean. */
public final class OptionText {

    private static final Set<String> YES = Set.of("true", "yes", "on", "1", "t", "y");
    private static final Set<String> NO = Set.of("false", "no", "off", "0", "f", "n");

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?) ?(ms|s|m|min)");

    private OptionText() {}

    /** {@code true} or {@code false}, also as yes/no, on/off or 1/0, in any case. */
    public static boolean flag(String text, Origin origin) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw origin.refusal("needs true or false, this is '" + text + "'", "");
    }

    public static int number(String text, Origin origin) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException noNumber) {
            throw origin.refusal("needs a whole number, this is '" + text + "'", "");
        }
    }

    /** A number with its unit: {@code 500ms}, {@code 1.5s} or {@code 2m}. */
    public static Duration duration(String text, Origin origin) {
        Matcher match = DURATION.matcher(text.strip());
        if (!match.matches()) {
            throw origin.refusal("needs a duration, this is '" + text + "'", "write 500ms, 1.5s or 2m");
        }
        long nanosOfUnit =
                switch (match.group(2)) {
                    case "ms" -> 1_000_000L;
                    case "s" -> 1_000_000_000L;
                    default -> 60_000_000_000L;
                };
        return Duration.ofNanos(Math.round(Double.parseDouble(match.group(1)) * nanosOfUnit));
    }

    /** The path as it is written, not yet resolved. */
    public static Path path(String text, Origin origin) throws InvalidOptionException {
        try {
            return Path.of(text.strip());
        } catch (InvalidPathException noPath) {
            throw origin.refusal("needs a path, this is '" + text + "'", noPath.getReason());
        }
    }

    /** The items between commas or blanks. */
    public static List<String> list(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
