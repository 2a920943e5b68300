package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the values of options that come as text, and refuses what they cannot mean. */
public final class OptionText {

    private static final Set<String> YES = Set.of("true", "yes", "on", "1", "t", "y");
    private static final Set<String> NO = Set.of("false", "no", "off", "0", "f", "n");

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
