package io.github.sammaven.core.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder a case under {@code src/test/resources/validate}: {@code template.yaml}, {@code expected.txt}, and perhaps
 * {@code parameters.txt} with {@code Name=value} lines. {@code -Dgolden.update=true} rewrites what is expected.
 */
class GoldenValidationTest {

    private static final Path CASES = Path.of("src/test/resources/validate");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reportsAsExpected(String name) throws IOException {
        Path folder = CASES.resolve(name);
        Template template = new TemplateReader().read(folder.resolve("template.yaml"), "template.yaml");
        ValidationReport report = new TemplateValidator()
                .validate(template, new ValidationRequest(LocalValues.of(parameters(folder), "eu-central-1")));
        String actual =
                report.problems().stream().map(GoldenValidationTest::line).collect(Collectors.joining())
                        + report.summary() + "\n";
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private static String line(Problem problem) {
        return problem.severity() + " " + problem + "\n";
    }

    private static Map<String, String> parameters(Path folder) throws IOException {
        Map<String, String> values = new HashMap<>();
        Path file = folder.resolve("parameters.txt");
        if (Files.exists(file)) {
            Files.readAllLines(file)
                    .forEach(line ->
                            values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        }
        return values;
    }
}
