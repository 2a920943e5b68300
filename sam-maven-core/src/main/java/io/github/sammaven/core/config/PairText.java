package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits {@code Key=Value Other="two words"} into pairs. Messages name keys only, since a value may be a secret.
 *
 * <p>A key or value may stand in single or double quotes. {@code \"}, {@code \'} and a backslash before a blank are
 * unescaped, any other backslash is text.
 */
final class PairText {

    private static final Pattern ESCAPED = Pattern.compile("\\\\([ \"'])");

    /** What tells one pair from the next. */
    enum Separator {
        BLANK,
        COMMA,
        BLANK_OR_COMMA;

        private boolean matches(char character) {
            return this != COMMA && Character.isWhitespace(character) || this != BLANK && character == ',';
        }
    }

    record Pair(String key, String value) {}

    private final String text;
    private final Origin origin;
    private final Separator separator;

    PairText(String text, Origin origin, Separator separator) {
        this.text = text;
        this.origin = origin;
        this.separator = separator;
    }

    /** The pairs, in order; {@code between} stands between key and value, and keys match {@code keys}. */
    List<Pair> pairs(char between, Pattern keys) {
        List<Pair> pairs = new ArrayList<>();
        for (String word : words()) {
            int split = endOfKey(word, between);
            String key = split < 0 ? "" : unquote(word.substring(0, split).strip());
            if (!keys.matcher(key).matches()) {
                throw stray(pairs, between);
            }
            pairs.add(new Pair(key, value(key, word.substring(split + 1))));
        }
        return pairs;
    }

    /** The parts between separators that are not in quotes and not escaped. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            char current = text.charAt(at);
            if (separator.matches(current)) {
                addWord(words, start, at);
                at++;
                start = at;
            } else if (isQuote(current) && opensValue(start, at)) {
                at = endOfQuote(text, at);
                if (at == 0) {
                    throw unclosed(text.substring(start));
                }
            } else {
                at += current == '\\' ? 2 : 1;
            }
        }
        addWord(words, start, text.length());
        return words;
    }

    /** The value of {@code key} as it is meant, without its quotes. */
    String value(String key, String written) {
        String value = separator == Separator.COMMA ? written.strip() : written;
        if (!value.isEmpty() && isQuote(value.charAt(0)) && endOfQuote(value, 0) != value.length()) {
            throw origin.refusal(
                    "has text after the closing quote of " + key, "put the whole value of " + key + " into quotes");
        }
        return unquote(value);
    }

    static String unquote(String written) {
        int last = written.length() - 1;
        boolean wrapped = last > 0 && isQuote(written.charAt(0)) && written.charAt(last) == written.charAt(0);
        return ESCAPED.matcher(wrapped ? written.substring(1, last) : written).replaceAll("$1");
    }

    private void addWord(List<String> words, int start, int end) {
        String word = text.substring(start, end);
        if (!word.isBlank()) {
            words.add(separator == Separator.COMMA ? word.strip() : word);
        }
    }

    private boolean opensValue(int wordStart, int at) {
        return at == wordStart || text.charAt(at - 1) == '=';
    }

    private static int endOfKey(String word, char between) {
        int from = isQuote(word.charAt(0)) ? endOfQuote(word, 0) : 0;
        return word.indexOf(between, from);
    }

    /** The index behind the closing quote, or 0 if there is none. */
    private static int endOfQuote(String text, int open) {
        char quote = text.charAt(open);
        for (int at = open + 1; at < text.length(); at++) {
            char current = text.charAt(at);
            if (current == '\\') {
                at++;
            } else if (current == quote) {
                return at + 1;
            }
        }
        return 0;
    }

    private static boolean isQuote(char character) {
        return character == '"' || character == '\'';
    }

    private InvalidOptionException unclosed(String word) {
        int equals = word.indexOf('=');
        String where = equals <= 0 ? "a quote" : "the quote after " + word.substring(0, equals + 1);
        return origin.refusal("never closes " + where, "close the quote, or write \\\" for a quote that is meant");
    }

    private InvalidOptionException stray(List<Pair> pairs, char between) {
        String form = "Key" + between + "Value";
        if (pairs.isEmpty()) {
            return origin.refusal(
                    "does not start with a pair " + form, "write " + form + ", with letters and digits in the key");
        }
        String last = pairs.get(pairs.size() - 1).key();
        return origin.refusal(
                "has text after the value of " + last + " that is no pair " + form,
                "put a value with blanks into quotes: " + last + between + "\"...\"");
    }
}
