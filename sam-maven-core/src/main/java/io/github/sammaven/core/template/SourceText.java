package io.github.sammaven.core.template;

/** The text of a template, with its lines. */
record SourceText(String text) {

    /** The line end of the text, that of its first line. */
    String lineEnd() {
        int end = endOfLine(0);
        return end == text.length() ? "\n" : text.substring(end, nextLine(end));
    }

    /** Where the line of {@code offset} ends, before its line end. */
    int endOfLine(int offset) {
        int at = offset;
        while (at < text.length() && !isLineEnd(at)) {
            at++;
        }
        return at;
    }

    int startOfLine(int offset) {
        int at = offset;
        while (at > 0 && !isLineEnd(at - 1)) {
            at--;
        }
        return at;
    }

    /** Where the line after that of {@code offset} starts; the end of the text if there is none. */
    int nextLine(int offset) {
        int end = endOfLine(offset);
        if (text.startsWith("\r\n", end)) {
            return end + 2;
        }
        return Math.min(end + 1, text.length());
    }

    /** Blanks before {@code offset} in its line, or before the first character that is none. */
    String indentation(int offset) {
        int start = startOfLine(offset);
        return text.substring(start, Math.min(offset, skipBlanks(start)));
    }

    int column(int offset) {
        return offset - startOfLine(offset);
    }

    boolean isFirstOnLine(int offset) {
        int at = offset;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at == 0 || isLineEnd(at - 1);
    }

    boolean isSameLine(int from, int to) {
        return endOfLine(from) >= to;
    }

    /** Whether nothing but blanks and a comment follow in the line. */
    boolean isRestBlank(int offset) {
        int at = skipBlanks(offset);
        return at == text.length() || isLineEnd(at) || text.charAt(at) == '#';
    }

    int skipBlanks(int offset) {
        int at = offset;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Over blanks, line ends and comments. */
    int skipSpace(int offset) {
        int at = skipBlanks(offset);
        while (at < text.length() && (isLineEnd(at) || text.charAt(at) == '#')) {
            at = skipBlanks(isLineEnd(at) ? at + 1 : endOfLine(at));
        }
        return at;
    }

    boolean has(char character, int offset) {
        return offset < text.length() && text.charAt(offset) == character;
    }

    /** Back over blanks and line ends. */
    int trimEnd(int start, int end) {
        int at = end;
        while (at > start && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t' || isLineEnd(at - 1))) {
            at--;
        }
        return at;
    }

    private boolean isLineEnd(int offset) {
        return text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
    }
}
