package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of an application.
 *
 * @param fields texts by the name of the API's field, {@code Name}, {@code ReadmeUrl}
 * @param labels words it is found by
 */
public record PublishedApplication(Map<String, String> fields, List<String> labels) {

    public PublishedApplication {
        fields = Map.copyOf(fields);
        labels = List.copyOf(labels);
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    public String name() {
        return fields.getOrDefault("Name", "");
    }

    public Optional<String> version() {
        return field("SemanticVersion");
    }
}
