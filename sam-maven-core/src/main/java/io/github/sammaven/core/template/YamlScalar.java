package io.github.sammaven.core.template;

import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** How single values and keys are written in YAML: plain where every reader takes that for the same text. */
final class YamlScalar {

    /** Numbers of all YAML versions, dates, times, versions, account ids. */
    private static final Pattern NUMERIC = Pattern.compile("[-+]?[.0-9][0-9a-fA-FxXoObB_.:,+-]*");

    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");
    private static final Pattern WORD =
            Pattern.compile("y|n|yes|no|on|off|true|false|null|\\.inf|\\.nan", Pattern.CASE_INSENSITIVE);
    private static final Pattern START = Pattern.compile("[\\p{L}0-9_/$(]|\\.{1,2}/");

    private YamlScalar() {}

    static String key(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    /**
     * @param indent of the collection the value is in
     * @param step by how much the lines of a text that is written as a block are indented further
     */
    static String value(ScalarNode scalar, int indent, int step) {
        return scalar.isString() && isBlock(scalar.text()) ? block(scalar.text(), indent, step) : value(scalar);
    }

    /** On one line. */
    static String value(ScalarNode scalar) {
        return switch (scalar.kind()) {
            case STRING -> key(scalar.text());
            case FLOAT -> ScalarResolver.decimal(scalar.text());
            case INTEGER, BOOLEAN, NULL -> scalar.text();
        };
    }

    private static boolean isPlain(String text) {
        return isPrintable(text)
                && !text.endsWith(" ")
                && !text.endsWith(":")
                && !NUMERIC.matcher(text).matches()
                && !TIMESTAMP.matcher(text).matches()
                && !WORD.matcher(text).matches()
                && START.matcher(text).lookingAt()
                && !text.contains(": ")
                && !text.contains(" #")
                && ScalarResolver.kindOf(text) == ScalarKind.STRING;
    }

    /** On one line, between brackets or braces. */
    static String inFlow(ScalarNode scalar) {
        if (!scalar.isString()) {
            return value(scalar);
        }
        String text = scalar.text();
        boolean plain = isPlain(text) && text.chars().noneMatch(character -> ",[]{}".indexOf(character) >= 0);
        return plain ? text : quoted(text);
    }

    /** In the quotes {@code style} uses, where the text can stand in them. */
    static Optional<String> inStyle(String text, ScalarStyle style) {
        if (style == ScalarStyle.DOUBLE_QUOTED) {
            return Optional.of(doubleQuoted(text));
        }
        return style == ScalarStyle.SINGLE_QUOTED && isPrintable(text) ? Optional.of(quoted(text)) : Optional.empty();
    }

    private static String quoted(String text) {
        return isPrintable(text) ? "'" + text.replace("'", "''") + "'" : doubleQuoted(text);
    }

    /** Text of several lines, each of which can stand as it is. */
    private static boolean isBlock(String text) {
        int last = text.lastIndexOf('\n');
        return last >= 0
                && !text.isBlank()
                && (last == text.length() - 1 || !text.substring(last).isBlank())
                && text.codePoints()
                        .allMatch(character -> isPrintable(character) || character == '\n' || character == '\t');
    }

    private static String block(String text, int indent, int step) {
        StringBuilder block = new StringBuilder("|");
        if (" \n\t".indexOf(text.charAt(0)) >= 0) {
            block.append(step);
        }
        String body = text;
        if (!text.endsWith("\n")) {
            block.append('-');
        } else {
            body = text.substring(0, text.length() - 1);
            block.append(body.endsWith("\n") ? "+" : "");
        }
        String margin = " ".repeat(indent + step);
        for (String line : body.split("\n", -1)) {
            block.append('\n').append(line.isEmpty() ? "" : margin).append(line);
        }
        return block.toString();
    }

    private static boolean isPrintable(String text) {
        return text.codePoints().allMatch(YamlScalar::isPrintable);
    }

    /** Whether it looks the same to every reader: no control character, line separator or unpaired surrogate. */
    private static boolean isPrintable(int character) {
        return character >= 0x20 && character <= 0x7E
                || character > 0xA0 && character < 0x2028
                || character > 0x2029 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD && character != 0xFEFF
                || character >= 0x10000;
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPrintable(character)) {
                        quoted.appendCodePoint(character);
                    } else {
                        quoted.append("\\u%04x".formatted(character));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
