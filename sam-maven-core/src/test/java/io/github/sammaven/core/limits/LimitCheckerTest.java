package io.github.sammaven.core.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitCheckerTest {

    @ParameterizedTest
    @CsvSource({"Resources,500", "Parameters,200", "Outputs,200", "Mappings,200"})
    void boundsTheEntriesOfASection(String section, int limit) {
        assertThat(check(section(section, limit))).isEmpty();
        assertThat(check(section(section, limit + 1)))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .endsWith((limit + 1) + " is over the limit of " + limit);
    }

    @ParameterizedTest
    @CsvSource({"1024,0", "1025,1"})
    void boundsTheDescription(int length, int problems) {
        assertThat(check("Description: " + "x".repeat(length))).hasSize(problems);
    }

    @ParameterizedTest
    @CsvSource({"60,0", "61,1"})
    void countsDynamicReferences(int count, int problems) {
        assertThat(check("Metadata: {A: '" + "{{resolve:ssm:a}}".repeat(count) + "'}"))
                .hasSize(problems);
    }

    @Test
    void boundsTheTextThatIsSentAndNotTheFile(@TempDir Path folder) throws IOException {
        String comments = ("# " + "x".repeat(100) + "\n").repeat(11_000);
        Path file = Files.writeString(folder.resolve("template.yaml"), comments + "Metadata: {A: b}\n");
        assertThat(check(new TemplateReader().read(file, "template.yaml"))).isEmpty();

        Files.writeString(file, "Metadata: {A: " + "x".repeat(1_048_576) + "}\n");
        assertThat(check(new TemplateReader().read(file, "template.yaml")))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith("Template 1,048,")
                .endsWith("bytes is over the limit of 1,048,576 bytes");
    }

    private static String section(String name, int entries) {
        StringBuilder text = new StringBuilder(name + ":\n");
        for (int i = 0; i < entries; i++) {
            text.append("  E").append(i).append(": {Type: String}\n");
        }
        return text.toString();
    }

    private static List<Problem> check(String text) {
        return check(new TemplateReader().parse(text, Path.of("template.yaml"), "template.yaml"));
    }

    private static List<Problem> check(Template template) {
        return new LimitChecker()
                .check(template, FunctionCatalog.of(template, new TemplateResolver(template, LocalValues.defaults())));
    }
}
