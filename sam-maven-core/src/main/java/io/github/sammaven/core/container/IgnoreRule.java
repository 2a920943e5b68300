package io.github.sammaven.core.container;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One line of a {@code .dockerignore}.
 *
 * @param path what it matches; a rule for a folder holds for all that is in it
 * @param excludes false for lines that begin with an exclamation mark
 * @param literal what all paths it matches begin with, up to its first wildcard
 */
record IgnoreRule(Pattern path, boolean excludes, String literal) {

    private static final String META = ".{}()+-^$|&]";
    private static final String WILDCARDS = "*?[\\";

    /** @return empty if the engine would not understand it */
    static Optional<IgnoreRule> read(String line) {
        boolean exception = line.startsWith("!");
        String pattern = clean(exception ? line.substring(1).strip() : line);
        if (exception && line.substring(1).isBlank()) {
            return Optional.empty();
        }
        try {
            Pattern regex = Pattern.compile(regex(pattern) + "(/.*)?", Pattern.DOTALL);
            return Optional.of(new IgnoreRule(regex, !exception, literal(pattern)));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    boolean matches(String file) {
        return path.matcher(file).matches();
    }

    /** Whether it can match a path below the folder. */
    boolean mayMatchIn(String folder) {
        String inside = folder + "/";
        return literal.startsWith(inside) || inside.startsWith(literal);
    }

    /** Without slashes at the ends, and without {@code .} and {@code ..}. */
    private static String clean(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/")) {
            if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".") && !(name.equals("..") && path.startsWith("/"))) {
                names.add(name);
            }
        }
        return String.join("/", names);
    }

    private static String literal(String pattern) {
        int end = 0;
        while (end < pattern.length() && WILDCARDS.indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        return pattern.substring(0, end);
    }

    /** As the engine reads it: {@code **} is any number of folders, also none; a class is closed in the same name. */
    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            char letter = pattern.charAt(i);
            if (pattern.startsWith("**", i)) {
                i += pattern.startsWith("**/", i) ? 3 : 2;
                regex.append(i == pattern.length() ? ".*" : "(.*/)?");
            } else if (letter == '[') {
                int end = endOfClass(pattern, i);
                regex.append('[')
                        .append(characters(pattern.substring(i + 1, end)))
                        .append(']');
                i = end + 1;
            } else {
                boolean escape = letter == '\\' && i + 1 < pattern.length();
                regex.append(escape ? Pattern.quote(pattern.substring(i + 1, i + 2)) : one(letter));
                i += escape ? 2 : 1;
            }
        }
        return regex.toString();
    }

    private static String one(char letter) {
        if (letter == '*') {
            return "[^/]*";
        }
        if (letter == '?') {
            return "[^/]";
        }
        return letter == '\\' || META.indexOf(letter) >= 0 ? "\\" + letter : String.valueOf(letter);
    }

    private static int endOfClass(String pattern, int start) {
        int end = start + 1;
        while (end < pattern.length() && (pattern.charAt(end) != ']' || end == start + 1)) {
            end += pattern.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= pattern.length()) {
            throw new PatternSyntaxException("not closed", pattern, start);
        }
        return end;
    }

    /** What Java's classes know beyond the engine's is taken literally. */
    private static String characters(String written) {
        return written.replace("[", "\\[").replace("&", "\\&");
    }
}
