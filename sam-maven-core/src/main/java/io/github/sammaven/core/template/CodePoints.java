package io.github.sammaven.core.template;

/** Where each code point of a text stands, in chars. */
final class CodePoints {

    /** Empty where each character is a code point. */
    private final int[] offsets;

    CodePoints(String text) {
        int count = text.codePointCount(0, text.length());
        offsets = new int[count == text.length() ? 0 : count + 1];
        int at = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = at;
            at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
        }
    }

    int offset(int codePoint) {
        return offsets.length == 0 ? codePoint : offsets[codePoint];
    }
}
