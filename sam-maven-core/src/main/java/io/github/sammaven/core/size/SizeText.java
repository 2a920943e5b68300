package io.github.sammaven.core.size;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as a person writes them: {@code 500kB}, {@code 20MB}, {@code 1.5MB}; 1 kB is 1024 bytes, 1 MB is 1024 kB. */
final class SizeText {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)(kB|MB)");
    private static final BigDecimal KILOBYTE = BigDecimal.valueOf(1024);
    private static final double MEGABYTE = 1024 * 1024;

    private SizeText() {}

    /** Bytes, rounded down; empty if the text is no size or none above zero. */
    static Optional<Long> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        BigDecimal kilobytes =
                new BigDecimal(form.group(1)).multiply(form.group(2).equals("MB") ? KILOBYTE : BigDecimal.ONE);
        long bytes = kilobytes.multiply(KILOBYTE).setScale(0, RoundingMode.DOWN).longValueExact();
        return bytes == 0 ? Optional.empty() : Optional.of(bytes);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }

    /** Megabytes, or bytes below a tenth of one. */
    static String readable(long bytes) {
        return bytes < MEGABYTE / 10 ? exact(bytes) : megabytes(bytes);
    }

    static String exact(long bytes) {
        return bytes == 1 ? "1 byte" : String.format(Locale.ROOT, "%,d bytes", bytes);
    }
}
