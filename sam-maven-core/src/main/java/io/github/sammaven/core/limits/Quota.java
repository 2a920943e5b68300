package io.github.sammaven.core.limits;

import java.util.Locale;

/**
 * A bound that a service sets.
 *
 * @param name what is bounded, {@code Timeout}
 * @param value the largest value that is accepted
 * @param unit {@code s}, {@code MB}, {@code bytes}, ...; empty for plain counts
 * @param source the quota in the words of the AWS documentation
 */
public record Quota(String name, long value, String unit, String source) {

    public boolean isExceededBy(long actual) {
        return actual > value;
    }

    /** {@code Timeout 1,200 s is over the limit of 900 s}. */
    public String exceeded(long actual) {
        return name + " " + amount(actual) + " is over the limit of " + amount(value);
    }

    /** {@code Memory 64 MB is under the minimum of 128 MB}, where this quota is a lower bound. */
    public String undercut(long actual) {
        return name + " " + amount(actual) + " is under the minimum of " + amount(value);
    }

    /** {@code Source: Lambda quotas, function timeout}. */
    public String shownSource() {
        return "Source: " + source;
    }

    /** The value with thousands separators and unit. */
    public String amount(long count) {
        String number = String.format(Locale.ROOT, count < 10_000 ? "%d" : "%,d", count);
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
