package io.github.sammaven.core.config.toml;

import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;

/** Moves over the text of a TOML file, from token to token. One use each. */
final class TomlCursor {

    private final String text;
    private int at;

    TomlCursor(String text) {
        this.text = text;
    }

    int index() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean is(char wanted) {
        return !atEnd() && text.charAt(at) == wanted;
    }

    boolean takeIf(char wanted) {
        boolean there = is(wanted);
        at += there ? 1 : 0;
        return there;
    }

    void take(char wanted) {
        skipSpaces();
        if (!takeIf(wanted)) {
            throw new IllegalArgumentException("no " + wanted + " at " + at);
        }
    }

    void skipSpaces() {
        while (is(' ') || is('\t')) {
            at++;
        }
    }

    void skipBlanksAndComments() {
        while (!atEnd()) {
            if (is('#')) {
                skipToLineEnd();
            } else if (Character.isWhitespace(text.charAt(at)) || is('\uFEFF')) {
                at++;
            } else {
                return;
            }
        }
    }

    /** The index behind the line break that ends this line, or the end of the text. */
    int endOfLine() {
        return endOfLine(text, at);
    }

    static int endOfLine(String text, int from) {
        int lineBreak = text.indexOf('\n', from);
        return lineBreak < 0 ? text.length() : lineBreak + 1;
    }

    /** A key, dotted or not, without its quotes. */
    List<String> key() {
        List<String> parts = new ArrayList<>();
        do {
            skipSpaces();
            parts.add(part());
            skipSpaces();
        } while (takeIf('.'));
        return parts;
    }

    private String part() {
        int start = at;
        if (is('"') || is('\'')) {
            skipString();
            String quoted = text.substring(start, at);
            return Toml.parseDottedKey(quoted).get(0);
        }
        while (!atEnd() && (Character.isLetterOrDigit(text.charAt(at)) || is('_') || is('-'))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Any value; arrays and inline tables as a whole. */
    void skipValue() {
        if (is('"') || is('\'')) {
            skipString();
        } else if (is('[') || is('{')) {
            skipNested();
        } else {
            int start = at;
            while (!atEnd() && ",]}#\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            at = start + text.substring(start, at).stripTrailing().length();
        }
    }

    private void skipNested() {
        int depth = 0;
        do {
            if (is('"') || is('\'')) {
                skipString();
                continue;
            }
            if (is('#')) {
                skipToLineEnd();
                continue;
            }
            depth += is('[') || is('{') ? 1 : is(']') || is('}') ? -1 : 0;
            at++;
        } while (depth > 0);
    }

    private void skipString() {
        char quote = text.charAt(at);
        String three = String.valueOf(quote).repeat(3);
        boolean lines = text.startsWith(three, at);
        String end = lines ? three : String.valueOf(quote);
        at += end.length();
        while (!text.startsWith(end, at)) {
            at += quote == '"' && is('\\') ? 2 : 1;
        }
        at += end.length();
        while (lines && is(quote)) {
            at++;
        }
    }

    private void skipToLineEnd() {
        while (!atEnd() && !is('\n')) {
            at++;
        }
    }
}
