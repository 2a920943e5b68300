package io.github.sammaven.core.transform;

import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Parses and transforms a whole folder of templates once per call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TransformBenchmark {

    private final SamTransformer transformer = new SamTransformer();
    private final TransformOptions options = TransformOptions.offline("eu-central-1", Map.of("param1", "value1"));
    private final List<String> templates = new ArrayList<>();

    @Setup
    public void read() throws IOException {
        String folder = System.getProperty("benchmark.cases", "");
        List<Path> files = folder.isEmpty() ? golden() : accepted(Path.of(folder));
        for (Path file : files) {
            templates.add(Files.readString(file));
        }
        System.out.println(templates.size() + " templates");
    }

    private static List<Path> golden() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/transform"))) {
            return files.filter(file -> file.endsWith("template.yaml")).toList();
        }
    }

    private static List<Path> accepted(Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("cases.tsv"))) {
            return lines.map(line -> line.split("\t"))
                    .filter(fields -> fields[1].equals("success"))
                    .map(fields -> folder.resolve("input").resolve(fields[0] + ".yaml"))
                    .toList();
        }
    }

    @Benchmark
    public int wholeFolder() {
        int resources = 0;
        for (String text : templates) {
            Template template = new TemplateReader().parse(text, Path.of("template.yaml"), "template.yaml");
            resources += transformer
                    .transform(template, options)
                    .template()
                    .map(done -> done.section("Resources").size())
                    .orElse(0);
        }
        return resources;
    }
}
