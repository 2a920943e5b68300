package io.github.sammaven.core.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateWriter;
import io.github.sammaven.core.transform.context.TransformError;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder a case under {@code src/test/resources/transform}, named by behaviour: {@code template.yaml} and what comes
 * of it, {@code expected.yaml} or {@code expected-errors.txt}; perhaps {@code options.properties} with {@code region}, and
 * {@code parameter.NAME} for values. {@code -Dgolden.update=true} rewrites what is expected.
 */
class GoldenTransformTest {

    private static final Path CASES = Path.of("src/test/resources/transform");
    private static final String PARAMETER = "parameter.";

    private final SamTransformer transformer = new SamTransformer();

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void transformsAsExpected(String name) throws IOException {
        Path folder = CASES.resolve(name);
        Template template = new TemplateReader().read(folder.resolve("template.yaml"), "template.yaml");
        TransformResult result = transformer.transform(template, options(folder));
        boolean accepted = result.template().isPresent();
        Path expected = folder.resolve(accepted ? "expected.yaml" : "expected-errors.txt");
        String actual = result.template()
                .map(transformed -> new TemplateWriter().yaml(transformed.root()))
                .orElseGet(() ->
                        result.errors().stream().map(GoldenTransformTest::line).collect(Collectors.joining()));
        if (Boolean.getBoolean("golden.update")) {
            Files.deleteIfExists(folder.resolve(accepted ? "expected-errors.txt" : "expected.yaml"));
            Files.writeString(expected, actual);
        }
        assertThat(expected).exists();
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private static String line(TransformError error) {
        return error.logicalId().orElse("-") + " " + error.eventId().orElse("-") + " " + error.problem() + "\n";
    }

    private static TransformOptions options(Path folder) throws IOException {
        Properties given = new Properties();
        Path file = folder.resolve("options.properties");
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                given.load(in);
            }
        }
        Map<String, String> parameters = new HashMap<>();
        given.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PARAMETER))
                .forEach(key -> parameters.put(key.substring(PARAMETER.length()), given.getProperty(key)));
        return TransformOptions.offline(given.getProperty("region", "eu-central-1"), parameters);
    }
}
