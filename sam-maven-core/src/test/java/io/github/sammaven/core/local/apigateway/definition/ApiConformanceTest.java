package io.github.sammaven.core.local.apigateway.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads the APIs of every template in {@code input/} of {@code -Dconformance.cases=DIR} that the transform accepts, and
 * writes them to {@code apis.txt} under {@code -Dconformance.out=DIR}.
 */
class ApiConformanceTest {

    private final SamTransformer transformer = new SamTransformer();
    private final StringBuilder text = new StringBuilder();
    private int apis;
    private int routes;
    private int problems;

    @Test
    void readsTheApisOfEveryTemplateWithoutCrashing() throws IOException {
        String folder = System.getProperty("conformance.cases", "");
        assumeTrue(!folder.isEmpty(), "-Dconformance.cases=DIR is not given");
        String given = System.getProperty("conformance.out", "");
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(folder, "input"))) {
            files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            read(file);
        }
        System.out.printf("%d APIs, %d routes, %d problems in %d templates%n", apis, routes, problems, files.size());
        Path out = Path.of(given.isEmpty() ? "target/conformance" : given);
        Files.createDirectories(out);
        Files.writeString(out.resolve("apis.txt"), text);
        assertThat(apis).isPositive();
    }

    private void read(Path file) {
        Template template = new TemplateReader().read(file, file.getFileName().toString());
        Optional<Template> transformed = transformer
                .transform(
                        template,
                        TransformOptions.offline("us-east-1", Map.of()).withLocalFiles())
                .template();
        if (transformed.isEmpty()) {
            return;
        }
        LocalValues values = LocalValues.of(Map.of(), "us-east-1");
        ApiDefinitions read = ApiReader.read(
                transformed.get(),
                new TemplateResolver(transformed.get(), values),
                FunctionCatalog.of(template, new TemplateResolver(template, values)),
                "");
        apis += read.apis().size();
        routes += read.apis().stream().mapToInt(api -> api.routes().size()).sum();
        problems += read.problems().size();
        if (!read.apis().isEmpty() || !read.problems().isEmpty()) {
            text.append("## ").append(file.getFileName()).append('\n').append(ApiText.of(read));
        }
    }
}
