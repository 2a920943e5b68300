package io.github.sammaven.core.local.apigateway.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.TransformResult;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder a case under {@code src/test/resources/local-apis}, named by behaviour: {@code template.yaml} and what is
 * served of it, {@code expected.txt}. {@code -Dgolden.update=true} rewrites what is expected.
 */
class GoldenApisTest {

    private static final Path CASES = Path.of("src/test/resources/local-apis");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsServed(String name) throws IOException {
        Path folder = CASES.resolve(name);
        Template template = new TemplateReader().read(folder.resolve("template.yaml"), "template.yaml");
        Path expected = folder.resolve("expected.txt");
        String actual = ApiText.of(read(template, name.startsWith("nested-") ? "Shop/" : ""));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    static ApiDefinitions read(Template template, String stackPath) {
        TransformResult result = new SamTransformer()
                .transform(
                        template,
                        TransformOptions.offline("eu-central-1", Map.of()).withLocalFiles());
        assertThat(result.problems()).isEmpty();
        Template transformed = result.template().orElseThrow();
        LocalValues values = LocalValues.of(Map.of(), "eu-central-1");
        return ApiReader.read(
                transformed,
                new TemplateResolver(transformed, values),
                FunctionCatalog.of(template, new TemplateResolver(template, values)),
                stackPath);
    }
}
