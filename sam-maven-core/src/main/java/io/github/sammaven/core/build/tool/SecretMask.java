package io.github.sammaven.core.build.tool;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes secrets out of what tools say: values of variables that are named like one, and passwords in URLs. */
final class SecretMask {

    private static final Pattern SECRET_NAME = Pattern.compile(
            "TOKEN|SECRET|PASSW|CREDENTIAL|_AUTH|APIKEY|API_KEY|ACCESS_KEY|PRIVATE_KEY", Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/\\s@]+(?=@)");
    private static final int SHORTEST_SECRET = 6;

    private final List<String> secrets;

    SecretMask(Map<String, String> variables) {
        this.secrets = variables.entrySet().stream()
                .filter(variable -> SECRET_NAME.matcher(variable.getKey()).find())
                .map(Map.Entry::getValue)
                .filter(value -> value.length() >= SHORTEST_SECRET)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String mask(String line) {
        String masked = USER_INFO.matcher(line).replaceAll("***");
        for (String secret : secrets) {
            masked = masked.replace(secret, "***");
        }
        return masked;
    }
}
