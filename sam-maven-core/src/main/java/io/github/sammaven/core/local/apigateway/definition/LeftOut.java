package io.github.sammaven.core.local.apigateway.definition;

import java.util.List;
import java.util.Optional;

/** What a REST API does in AWS before an integration is asked, and not here. */
final class LeftOut {

    private static final String VALIDATORS = "x-amazon-apigateway-request-validators";

    private final Section properties;
    private final Section body;

    LeftOut(Section properties, Section body) {
        this.properties = properties;
        this.body = body;
    }

    /** @param validators of requests that are resources of their own */
    void tell(List<StackResources.Declared> validators) {
        tell(properties, "Policy", "the resource policy is not applied here");
        tell(body, "x-amazon-apigateway-policy", "the resource policy is not applied here");
        tell(body, VALIDATORS, "requests are not validated here");
        validators.stream()
                .limit(1)
                .forEach(validator -> validator.properties().warn("Name", "requests are not validated here", ""));
        Optional<Section> parameters = properties.section("Parameters");
        parameters
                .flatMap(given -> given.text("basepath"))
                .filter(mode -> !mode.equals("ignore"))
                .ifPresent(mode -> parameters
                        .get()
                        .warn("basepath", "the base path of the definition is not put before its paths here", ""));
    }

    private static void tell(Section section, String key, String message) {
        if (section.has(key)) {
            section.warn(key, message, "AWS does so");
        }
    }
}
