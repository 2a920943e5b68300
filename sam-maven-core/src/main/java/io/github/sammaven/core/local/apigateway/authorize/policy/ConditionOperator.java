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

/** How a condition compares; named as in policies. */
enum ConditionOperator {
    NULL("Null", false, (actual, wanted) -> false),
    STRING_EQUALS("StringEquals", false, String::equals),
    STRING_NOT_EQUALS("StringNotEquals", true, String::equals),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, String::equalsIgnoreCase),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true, String::equalsIgnoreCase),
    STRING_LIKE("StringLike", false, (actual, wanted) -> Wildcards.matches(wanted, actual)),
    STRING_NOT_LIKE("StringNotLike", true, (actual, wanted) -> Wildcards.matches(wanted, actual)),
    BOOL("Bool", false, ConditionOperator::truth),
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
    private final Comparison comparison;

    ConditionOperator(String written, boolean negated, Comparison comparison) {
        this.written = written;
        this.negated = negated;
        this.comparison = comparison;
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

    /** @throws MalformedPolicyException if a value is not of the operator's type, even if another one fits */
    boolean test(String actual, List<String> wanted) throws MalformedPolicyException {
        boolean fits = false;
        for (String value : wanted) {
            fits |= comparison.fits(actual, value);
        }
        return fits != negated;
    }

    /** Of the actual with one of the wanted values. */
    @FunctionalInterface
    private interface Comparison {
        boolean fits(String actual, String wanted) throws MalformedPolicyException;
    }

    /** What the order of the actual to the wanted value must be. */
    @FunctionalInterface
    private interface Order {
        boolean isGood(int order);
    }

    private static boolean truth(String actual, String wanted) throws MalformedPolicyException {
        if (!wanted.equalsIgnoreCase("true") && !wanted.equalsIgnoreCase("false")) {
            throw new MalformedPolicyException(wanted + " is neither true nor false");
        }
        return actual.equalsIgnoreCase(wanted);
    }

    private static Comparison number(Order wanted) {
        return (actual, value) -> {
            try {
                return wanted.isGood(new BigDecimal(actual).compareTo(new BigDecimal(value)));
            } catch (NumberFormatException e) {
                throw new MalformedPolicyException(actual + " or " + value + " is no number");
            }
        };
    }

    private static Comparison date(Order wanted) {
        return (actual, value) -> {
            try {
                return wanted.isGood(instant(actual).compareTo(instant(value)));
            } catch (DateTimeException | NumberFormatException e) {
                throw new MalformedPolicyException(actual + " or " + value + " is no date");
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
