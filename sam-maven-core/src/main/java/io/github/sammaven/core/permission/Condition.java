package io.github.sammaven.core.permission;

import java.util.List;

/**
 * What else must hold for a permission.
 *
 * @param operator {@code StringEquals}
 * @param key {@code iam:PassedToService}
 * @param values one of them must match
 */
public record Condition(String operator, String key, List<String> values) {

    public Condition {
        values = values.stream().sorted().distinct().toList();
    }

    static Condition passedTo(String service) {
        return new Condition("StringEquals", "iam:PassedToService", List.of(service));
    }
}
