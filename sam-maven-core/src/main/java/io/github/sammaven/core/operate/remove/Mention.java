package io.github.sammaven.core.operate.remove;

/**
 * How the text of a template names something: a word, and what stands before it. In doubt a word is a mention: a template
 * may put names together from parts.
 *
 * @param word letters, digits, {@code .}, {@code _} and {@code -} at the end of the name
 * @param separator stands between the word and what comes before it
 * @param before how the name goes on to the left
 */
record Mention(String word, char separator, String before) {

    /** @param start where the word begins in {@code text} */
    boolean isAt(String text, int start) {
        int end = start - 1;
        if (end < 0 || text.charAt(end) != separator) {
            return true;
        }
        if (end == 0) {
            return false;
        }
        char last = text.charAt(end - 1);
        return last == '}' || last == '\\' || text.startsWith(before, end - before.length()) || isHost(text, end);
    }

    /** A virtual-hosted address has the bucket's name elsewhere. */
    private static boolean isHost(String text, int end) {
        return text.startsWith(".com", end - ".com".length()) || text.startsWith(".cn", end - ".cn".length());
    }
}
