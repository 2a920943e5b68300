package io.github.sammaven.plugin.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One option under its names in all places.
 *
 * @param camelCase its pom element, {@code s3Bucket}
 */
record OptionName(String camelCase) {

    /** Variables that SAM CLI reads too. */
    private static final Map<String, List<String>> VARIABLES = Map.of(
            "templateFile", List.of("SAM_TEMPLATE_FILE"),
            "region", List.of("AWS_REGION", "AWS_DEFAULT_REGION"),
            "debugPort", List.of("SAM_DEBUG_PORT"),
            "debugArgs", List.of("DEBUGGER_ARGS"),
            "skipPullImage", List.of("SAM_SKIP_PULL_IMAGE"),
            "dockerNetwork", List.of("SAM_DOCKER_NETWORK"),
            "forceImageBuild", List.of("SAM_FORCE_IMAGE_BUILD"));

    /** Keys SAM CLI calls otherwise. */
    private static final Map<String, String> KEYS = Map.of("apiParameters", "parameter", "logs.names", "name");

    /** @param key as in a samconfig file, {@code s3_bucket} */
    static OptionName ofKey(String key) {
        return KEYS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .findFirst()
                .map(entry -> new OptionName(entry.getKey()))
                .orElseGet(() -> spelled(key));
    }

    private static OptionName spelled(String key) {
        return new OptionName(Pattern.compile("_([a-z])").matcher(key).replaceAll(match -> match.group(1)
                .toUpperCase(Locale.ROOT)));
    }

    /** {@code sam.s3Bucket}. */
    String property() {
        return "sam." + camelCase;
    }

    /** {@code s3_bucket}. */
    String key() {
        String spelled = camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return KEYS.getOrDefault(camelCase, spelled);
    }

    /** Environment variables that give its value, the stronger first. */
    List<String> variables() {
        return VARIABLES.getOrDefault(camelCase, List.of());
    }
}
