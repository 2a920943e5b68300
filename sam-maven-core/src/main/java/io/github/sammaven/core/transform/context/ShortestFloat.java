package io.github.sammaven.core.transform.context;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A double in the fewest digits that give it back, as Python shows it: {@code 1.0}, {@code 1e+16}, {@code 1.5e-07}. */
final class ShortestFloat {

    /** So many digits always give a double back. */
    private static final int ENOUGH_DIGITS = 17;

    private static final int FIRST_PLAIN_EXPONENT = -4;
    private static final int FIRST_LARGE_EXPONENT = 16;

    private ShortestFloat() {}

    /** @param number in the notation of JSON */
    static String of(String number) {
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            return Double.toString(value);
        }
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        String digits = value == 0 ? "0.0" : positive(Math.abs(value));
        return negative ? "-" + digits : digits;
    }

    private static String positive(double value) {
        BigDecimal shortest = shortest(value).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        if (exponent >= FIRST_PLAIN_EXPONENT && exponent < FIRST_LARGE_EXPONENT) {
            String plain = shortest.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String size = Integer.toString(Math.abs(exponent));
        return digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + (size.length() == 1 ? "0" : "") + size;
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return exact.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN));
    }
}
