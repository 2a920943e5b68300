package io.github.sammaven.core.local.apigateway.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.TemplateMutation;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a template says, reading its APIs ends with what can be served and with located problems. */
class BrokenApiTest {

    private static final int RUNS = 3000;
    private static final LocalValues VALUES = LocalValues.of(Map.of(), "eu-central-1");
    private static final List<Template> TEMPLATES = new ArrayList<>();

    private final List<String> failures = new ArrayList<>();

    @BeforeAll
    static void transformTheGoldenTemplates() throws IOException {
        TransformOptions options =
                TransformOptions.offline("eu-central-1", Map.of()).withLocalFiles();
        SamTransformer transformer = new SamTransformer();
        for (Path file : files()) {
            Template template = new TemplateReader().read(file, "template.yaml");
            transformer
                    .transform(template, options)
                    .template()
                    .filter(transformed -> transformed.root().toString().contains("AWS::ApiGateway"))
                    .ifPresent(TEMPLATES::add);
        }
    }

    private static List<Path> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("transform", "local-apis")) {
            try (Stream<Path> files = Files.walk(Path.of("src/test/resources", folder))) {
                files.filter(file -> file.endsWith("template.yaml")).sorted().forEach(all::add);
            }
        }
        return all;
    }

    @Test
    void readsEveryGoldenTemplate() {
        List<LocalApi> apis = new ArrayList<>();
        for (Template template : TEMPLATES) {
            read(template.path().toString(), template, definitions -> apis.addAll(definitions.apis()));
        }
        assertThat(failures).isEmpty();
        System.out.printf(
                "%d APIs with %d routes in %d golden templates%n",
                apis.size(), apis.stream().mapToInt(api -> api.routes().size()).sum(), TEMPLATES.size());
        assertThat(apis).hasSizeGreaterThan(TEMPLATES.size());
    }

    @Test
    void endsWithLocatedProblemsWhenOneValueIsBroken() {
        int[] told = new int[1];
        for (int run = 0; run < RUNS; run++) {
            long seed = 20261121L + run;
            Template template = TEMPLATES.get(run % TEMPLATES.size());
            read(
                    "seed " + seed + ", " + template.path(),
                    new TemplateMutation(seed).broken(template),
                    definitions -> told[0] += definitions.problems().isEmpty() ? 0 : 1);
        }
        assertThat(failures).isEmpty();
        assertThat(told[0]).isPositive();
    }

    private void read(String name, Template template, Consumer<ApiDefinitions> use) {
        try {
            TemplateResolver resolver = new TemplateResolver(template, VALUES);
            ApiDefinitions definitions = ApiReader.read(template, resolver, FunctionCatalog.of(template, resolver), "");
            definitions.problems().stream()
                    .filter(problem -> problem.isError() || !problem.mark().isKnown())
                    .forEach(problem -> failures.add(name + ": an error, or without a place: " + problem));
            use.accept(definitions);
        } catch (RuntimeException crash) {
            StringWriter trace = new StringWriter();
            crash.printStackTrace(new PrintWriter(trace));
            failures.add(name + ": " + trace.toString().lines().limit(8).toList());
        }
    }
}
