package io.github.sammaven.core.template;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What can be told offline of the resources of common types: where their name is, and what attributes look like. */
final class ResourceTypes {

    private static final String NAME_PROPERTY = "PhysicalName";

    private final Map<String, Map<String, String>> attributes = new HashMap<>();

    ResourceTypes() {
        try (InputStream stream = ResourceTypes.class.getResourceAsStream("resource-attributes.tsv");
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void add(String line) {
        String[] columns = line.split("\t");
        attributes.computeIfAbsent(columns[0], type -> new HashMap<>()).put(columns[1], columns[2]);
    }

    /** The property that holds the physical name of resources of this type. */
    Optional<String> nameProperty(String type) {
        return pattern(type, NAME_PROPERTY).filter(property -> !property.equals("-"));
    }

    /** The attribute's value with <code>{name}</code>, <code>{region}</code> and so on for what differs. */
    Optional<String> pattern(String type, String attribute) {
        return Optional.ofNullable(attributes.getOrDefault(type, Map.of()).get(attribute));
    }
}
