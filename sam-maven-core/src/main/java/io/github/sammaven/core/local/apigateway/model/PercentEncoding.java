package io.github.sammaven.core.local.apigateway.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The escapes of a URL. What is no escape stays as it is, and bytes that are not UTF-8 become U+FFFD: nothing fails. */
public final class PercentEncoding {

    private static final int HEX = 16;
    private static final int ESCAPE_LENGTH = 3;

    private PercentEncoding() {}

    /** A part of a path. */
    public static String decode(String text) {
        return text.indexOf('%') < 0 ? text : decoded(text);
    }

    /** A name or value of a query, where a plus is a blank. */
    public static String decodeQuery(String text) {
        return decode(text.indexOf('+') < 0 ? text : text.replace('+', ' '));
    }

    private static String decoded(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            int value = escapeAt(text, at);
            if (value >= 0) {
                bytes.write(value);
                at += ESCAPE_LENGTH;
            } else {
                flush(bytes, decoded);
                decoded.append(text.charAt(at++));
            }
        }
        flush(bytes, decoded);
        return decoded.toString();
    }

    private static int escapeAt(String text, int at) {
        if (text.charAt(at) != '%' || at + ESCAPE_LENGTH > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), HEX);
        int low = Character.digit(text.charAt(at + 2), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }

    private static void flush(ByteArrayOutputStream bytes, StringBuilder decoded) {
        if (bytes.size() > 0) {
            decoded.append(bytes.toString(StandardCharsets.UTF_8));
            bytes.reset();
        }
    }
}
