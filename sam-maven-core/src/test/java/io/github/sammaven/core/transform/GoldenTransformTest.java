package io.github.sammaven.core.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateWriter;
import io.github.sammaven.core.transform.context.TransformError;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder a case under {@code src/test/resources/transform}, named by behaviour: {@code template.yaml} and what comes
 * of it, {@code expected.yaml} or {@code expected-errors.txt}; perhaps {@code options.properties} with {@code region}, or
 * with {@code regions} and an expected file for each ({@code expected.REGION.yaml}), and {@code parameter.NAME} for
 * values. {@code -Dgolden.update=true} rewrites what is expected.
 */
class GoldenTransformTest {

    private static final Path CASES = Path.of("src/test/resources/transform");
    private static final String PARAMETER = "parameter.";

    private final SamTransformer transformer = new SamTransformer();

    static Stream<Arguments> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream().flatMap(GoldenTransformTest::runs);
        }
    }

    private static Stream<Arguments> runs(Path folder) {
        Properties given = given(folder);
        String name = folder.getFileName().toString();
        String regions = given.getProperty("regions");
        return regions == null
                ? Stream.of(arguments(name, given.getProperty("region", "eu-central-1"), "expected"))
                : Stream.of(regions.split(",")).map(region -> arguments(name, region, "expected." + region));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void transformsAsExpected(String name, String region, String expectedName) throws IOException {
        Path folder = CASES.resolve(name);
        Template template = new TemplateReader().read(folder.resolve("template.yaml"), "template.yaml");
        TransformResult result = transformer.transform(template, options(folder, region));
        boolean accepted = result.template().isPresent();
        Path output = folder.resolve(expectedName + ".yaml");
        Path errors = folder.resolve(expectedName + "-errors.txt");
        Path expected = accepted ? output : errors;
        String actual = result.template()
                .map(transformed -> new TemplateWriter().yaml(transformed.root()))
                .orElseGet(() ->
                        result.errors().stream().map(GoldenTransformTest::line).collect(Collectors.joining()));
        if (Boolean.getBoolean("golden.update")) {
            Files.deleteIfExists(accepted ? errors : output);
            Files.writeString(expected, actual);
        }
        assertThat(expected).exists();
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private static String line(TransformError error) {
        return error.logicalId().orElse("-") + " " + error.eventId().orElse("-") + " " + error.problem() + "\n";
    }

    private static TransformOptions options(Path folder, String region) {
        Properties given = given(folder);
        Map<String, String> parameters = new HashMap<>();
        given.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PARAMETER))
                .forEach(key -> parameters.put(key.substring(PARAMETER.length()), given.getProperty(key)));
        return TransformOptions.offline(region, parameters);
    }

    private static Properties given(Path folder) {
        Properties given = new Properties();
        Path file = folder.resolve("options.properties");
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                given.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return given;
    }
}
