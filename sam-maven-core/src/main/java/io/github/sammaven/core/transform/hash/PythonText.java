package io.github.sammaven.core.transform.hash;

import java.util.Locale;

/** Strings as Python 2.7 prints them in a list or a dictionary. */
final class PythonText {

    private PythonText() {}

    /** @param unicode whether it is marked as one, {@code u'...'} */
    static void append(StringBuilder out, String text, boolean unicode) {
        if (unicode) {
            out.append('u');
        }
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        text.codePoints().forEach(character -> append(out, character, quote));
        out.append(quote);
    }

    private static void append(StringBuilder out, int character, char quote) {
        if (character == quote || character == '\\') {
            out.append('\\').append((char) character);
        } else if (character >= ' ' && character <= '~') {
            out.append((char) character);
        } else {
            out.append(escaped(character));
        }
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                String.format(
                        Locale.ROOT,
                        character < 0x100 ? "\\x%02x" : character < 0x10000 ? "\\u%04x" : "\\U%08x",
                        character);
        };
    }
}
