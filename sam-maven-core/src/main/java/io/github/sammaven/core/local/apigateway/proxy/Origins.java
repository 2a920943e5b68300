package io.github.sammaven.core.local.apigateway.proxy;

import java.util.List;

/** The origins that are allowed; an asterisk in one stands for any text, {@code https://*.example.com}. */
final class Origins {

    private static final String ALL = "*";

    private final List<String> allowed;

    Origins(List<String> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    boolean hasAll() {
        return allowed.contains(ALL);
    }

    boolean has(String origin) {
        return allowed.stream().anyMatch(pattern -> matches(pattern, origin));
    }

    private static boolean matches(String pattern, String origin) {
        int asterisk = pattern.indexOf('*');
        if (asterisk < 0) {
            return pattern.equals(origin);
        }
        String head = pattern.substring(0, asterisk);
        String tail = pattern.substring(asterisk + 1);
        return origin.length() >= head.length() + tail.length() && origin.startsWith(head) && origin.endsWith(tail);
    }
}
