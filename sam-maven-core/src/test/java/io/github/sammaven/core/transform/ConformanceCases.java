package io.github.sammaven.core.transform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.transform.context.FeatureToggle;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of templates with {@code cases.tsv}, {@code input/} and {@code reference-data/environment.json}.
 *
 * @param folder the folder
 * @param environment regions, parameter values and answers of services
 */
record ConformanceCases(Path folder, JsonNode environment) {

    /** The time that deployment ids are made of where a template asks for it. */
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(13), ZoneOffset.UTC);

    /**
     * One line of the list.
     *
     * @param partitions where a success case is run
     * @param setup {@code key=value} words
     */
    record Case(String name, boolean success, List<String> partitions, List<String> setup) {

        String setting(String key) {
            return setup.stream()
                    .filter(word -> word.startsWith(key + "="))
                    .map(word -> word.substring(key.length() + 1))
                    .findFirst()
                    .orElse("");
        }
    }

    static ConformanceCases read(Path folder) throws IOException {
        Path environment = folder.resolve("reference-data").resolve("environment.json");
        return new ConformanceCases(folder, new ObjectMapper().readTree(environment.toFile()));
    }

    List<Case> all() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("cases.tsv"))) {
            return lines.skip(1)
                    .map(line -> line.split("\t"))
                    .map(ConformanceCases::of)
                    .toList();
        }
    }

    private static Case of(String[] fields) {
        return new Case(
                fields[0],
                fields[1].equals("success"),
                Arrays.asList(fields[4].split(",")),
                Arrays.asList(fields[5].split(";")));
    }

    Path input(Case each) {
        return folder.resolve("input").resolve(each.name() + ".yaml");
    }

    TransformOptions options(Case each, String partition) {
        String region = each.setting("region");
        Map<String, String> parameters = new HashMap<>();
        if (!each.setting("parameters").equals("none")) {
            environment
                    .path("parameterValues")
                    .properties()
                    .forEach(value ->
                            parameters.put(value.getKey(), value.getValue().asText()));
        }
        JsonNode policies = each.success()
                ? environment.path("managedPolicies").path(partition)
                : environment.path("errorCases").path("managedPolicies");
        return new TransformOptions(
                region.isEmpty() ? environment.path("regions").path(partition).asText() : region,
                parameters,
                name -> Optional.ofNullable(policies.get(name)).map(JsonNode::asText),
                new StubApplicationRepository(environment.path("applicationRepository")),
                each.setting("passthrough-metadata").equals("on"),
                each.setting("feature-toggles").equals("all-on") ? Set.of(FeatureToggle.values()) : Set.of(),
                false,
                CLOCK);
    }
}
