package io.github.sammaven.plugin.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One option under its names in all places.
 *
 * @param camelCase its pom element, {@code s3Bucket}
 */
record OptionName(String camelCase) {

    /** Variables that SAM CLI reads too. */
    private static final Map<String, String> VARIABLES = Map.of(
            "templateFile", "SAM_TEMPLATE_FILE",
            "region", "AWS_REGION",
            "profile", "AWS_PROFILE");

    /** {@code sam.s3Bucket}. */
    String property() {
        return "sam." + camelCase;
    }

    /** {@code s3_bucket}. */
    String key() {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    Optional<String> variable() {
        return Optional.ofNullable(VARIABLES.get(camelCase));
    }
}
