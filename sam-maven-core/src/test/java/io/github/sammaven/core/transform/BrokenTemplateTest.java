package io.github.sammaven.core.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.transform.context.TransformError;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is broken in a template, the transform ends with a result or with located problems. The templates are the
 * golden ones, or those of {@code -Dconformance.cases=DIR} that are accepted.
 */
class BrokenTemplateTest {

    private static final int RUNS = 1000;

    private final SamTransformer transformer = new SamTransformer();
    private final TransformOptions options = TransformOptions.offline("eu-central-1", Map.of("param1", "value1"));

    @Test
    void endsWithResultOrLocatedProblemsWhenOneValueIsBroken() throws IOException {
        List<Template> templates = new ArrayList<>();
        for (Path file : files()) {
            templates.add(new TemplateReader().read(file, file.getFileName().toString()));
        }
        List<String> failures = new ArrayList<>();
        int refused = 0;
        for (int run = 0; run < RUNS; run++) {
            long seed = 20261121L + run;
            Template template = templates.get(run % templates.size());
            try {
                TransformResult result = transformer.transform(new TemplateMutation(seed).broken(template), options);
                refused += result.template().isPresent() ? 0 : 1;
                result.errors().stream()
                        .filter(error -> error.problem().mark().line() == 0)
                        .map(TransformError::problem)
                        .forEach(problem ->
                                failures.add("seed %d, %s: no place: %s".formatted(seed, template.path(), problem)));
            } catch (RuntimeException crash) {
                failures.add("seed %d, %s: %s".formatted(seed, template.path(), trace(crash)));
            }
        }
        System.out.printf("%d of %d broken templates refused%n", refused, RUNS);
        assertThat(failures).isEmpty();
        assertThat(refused).isPositive();
    }

    private static String trace(RuntimeException crash) {
        StringWriter text = new StringWriter();
        crash.printStackTrace(new PrintWriter(text));
        return String.join("\n", text.toString().lines().limit(8).toList());
    }

    private static List<Path> files() throws IOException {
        String folder = System.getProperty("conformance.cases", "");
        if (folder.isEmpty()) {
            try (Stream<Path> files = Files.walk(Path.of("src/test/resources/transform"))) {
                return files.filter(file -> file.endsWith("template.yaml"))
                        .sorted()
                        .toList();
            }
        }
        ConformanceCases cases = ConformanceCases.read(Path.of(folder));
        return cases.all().stream()
                .filter(ConformanceCases.Case::success)
                .map(cases::input)
                .toList();
    }
}
