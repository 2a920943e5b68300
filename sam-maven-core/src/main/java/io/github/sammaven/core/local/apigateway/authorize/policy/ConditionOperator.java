package io.github.sammaven.core.local.apigateway.authorize.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** How a condition compares; named as in policies. A value that is not of the operator's type fits nothing. */
enum ConditionOperator {
    NULL("Null", false, (actual, wanted) -> false),
    STRING_EQUALS("StringEquals", false, String::equals),
    STRING_NOT_EQUALS("StringNotEquals", true, String::equals),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, String::equalsIgnoreCase),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true, String::equalsIgnoreCase),
    STRING_LIKE("StringLike", false, (actual, wanted) -> Wildcards.matches(wanted, actual)),
    STRING_NOT_LIKE("StringNotLike", true, (actual, wanted) -> Wildcards.matches(wanted, actual)),
    BOOL("Bool", false, String::equalsIgnoreCase),
    NUMERIC_EQUALS("NumericEquals", false, number(order -> order == 0)),
    NUMERIC_NOT_EQUALS("NumericNotEquals", true, number(order -> order == 0)),
    NUMERIC_LESS_THAN("NumericLessThan", false, number(order -> order < 0)),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false, number(order -> order <= 0)),
    NUMERIC_GREATER_THAN("NumericGreaterThan", false, number(order -> order > 0)),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false, number(order -> order >= 0)),
    DATE_EQUALS("DateEquals", false, date(order -> order == 0)),
    DATE_NOT_EQUALS("DateNotEquals", true, date(order -> order == 0)),
    DATE_LESS_THAN("DateLessThan", false, date(order -> order < 0)),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", false, date(order -> order <= 0)),
    DATE_GREATER_THAN("DateGreaterThan", false, date(order -> order > 0)),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false, date(order -> order >= 0)),
    IP_ADDRESS("IpAddress", false, AddressRange::contains),
    NOT_IP_ADDRESS("NotIpAddress", true, AddressRange::contains);

    private final String written;
    private final boolean negated;
    private final BiPredicate<String, String> fits;

    ConditionOperator(String written, boolean negated, BiPredicate<String, String> fits) {
        this.written = written;
        this.negated = negated;
        this.fits = fits;
    }

    static Optional<ConditionOperator> named(String name) {
        return Arrays.stream(values())
                .filter(known -> known.written.equals(name))
                .findFirst();
    }

    /** Whether it holds for a key that is absent. */
    boolean isNegated() {
        return negated;
    }

    boolean test(String actual, List<String> wanted) {
        return wanted.stream().anyMatch(value -> fits.test(actual, value)) != negated;
    }

    /** What the order of the actual to the wanted value must be. */
    @FunctionalInterface
    private interface Order {
        boolean isGood(int order);
    }

    private static BiPredicate<String, String> number(Order wanted) {
        return (actual, value) -> {
            try {
                return wanted.isGood(new BigDecimal(actual).compareTo(new BigDecimal(value)));
            } catch (NumberFormatException e) {
                return false;
            }
        };
    }

    private static BiPredicate<String, String> date(Order wanted) {
        return (actual, value) -> {
            try {
                return wanted.isGood(instant(actual).compareTo(instant(value)));
            } catch (DateTimeException | NumberFormatException e) {
                return false;
            }
        };
    }

    private static Instant instant(String text) {
        if (text.indexOf('T') >= 0) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return text.indexOf('-') > 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.ofEpochSecond(Long.parseLong(text));
    }
}
