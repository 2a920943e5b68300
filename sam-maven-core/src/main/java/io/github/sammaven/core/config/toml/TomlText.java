package io.github.sammaven.core.config.toml;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values and keys as TOML writes them. */
public final class TomlText {

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

    private TomlText() {}

    /** A string in double quotes, on one line. */
    public static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> quoted.append(escaped(point)));
        return quoted.append('"').toString();
    }

    public static String strings(List<String> texts) {
        return texts.stream().map(TomlText::string).collect(Collectors.joining(", ", "[", "]"));
    }

    static String key(List<String> path) {
        return path.stream()
                .map(part -> BARE.matcher(part).matches() ? part : string(part))
                .collect(Collectors.joining("."));
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                point < ' ' || point == 0x7f ? String.format(Locale.ROOT, "\\u%04X", point) : Character.toString(point);
        };
    }
}
