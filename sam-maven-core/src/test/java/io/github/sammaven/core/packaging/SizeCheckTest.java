package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LayerReference;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SizeCheckTest {

    private static final long LIMIT = SizeCheck.MAX_UNZIPPED_BYTES;

    @Test
    void acceptsTheLimitItself() {
        assertThat(check(List.of(), archive("Orders", LIMIT))).isEmpty();
    }

    @Test
    void refusesOneByteMore() {
        assertThat(check(List.of(), archive("Orders", LIMIT - 1, 2)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.mark().line()).isEqualTo(7);
                    assertThat(problem.message()).isEqualTo("Orders: 250.1 MB unzipped is over the limit of 250 MB");
                    assertThat(problem.suggestion()).isEqualTo("""
                                    The biggest files are
                                        250 MB  file0 (Orders)
                                        0.1 MB  file1 (Orders)
                                    Source: Lambda quotas, deployment package size""");
                });
    }

    @Test
    void countsTheLayersOfTheTemplate() {
        List<LambdaFunction> functions = List.of(function("Orders", "Libraries", "Tools"));

        assertThat(check(functions, archive("Orders", LIMIT / 2), archive("Libraries", LIMIT / 2), archive("Tools", 1)))
                .extracting(Problem::message)
                .containsExactly("Orders: 250.1 MB unzipped with Libraries, Tools is over the limit of 250 MB");
    }

    @Test
    void blamesALayerThatIsTooBigItselfOnlyOnce() {
        List<LambdaFunction> functions = List.of(function("Orders", "Libraries"), function("Audit", "Libraries"));

        assertThat(check(functions, archive("Orders", 1), archive("Audit", 1), archive("Libraries", LIMIT + 1)))
                .extracting(Problem::message)
                .containsExactly("Libraries: 250.1 MB unzipped is over the limit of 250 MB");
    }

    @Test
    void leavesPublishedLayersOut() {
        LambdaFunction function = function("Orders");

        assertThat(check(List.of(function), archive("Orders", LIMIT))).isEmpty();
    }

    @Test
    void showsTheTenBiggestFiles() {
        long[] sizes =
                IntStream.range(0, 30).mapToLong(number -> LIMIT / 20 + number).toArray();

        assertThat(check(List.of(), archive("Orders", sizes))).singleElement().satisfies(problem -> assertThat(
                        problem.suggestion().lines().filter(line -> line.contains("file")))
                .hasSize(11)
                .anyMatch(line -> line.contains("file29 "))
                .noneMatch(line -> line.contains("file19 ")));
    }

    private static List<Problem> check(List<LambdaFunction> functions, Archive... archives) {
        List<Problem> problems = new ArrayList<>();
        new SizeCheck(functions).check(Arrays.asList(archives), problems);
        return problems;
    }

    private static Archive archive(String logicalId, long... sizes) {
        List<ArchiveSource.Entry> entries = IntStream.range(0, sizes.length)
                .mapToObj(number -> new ArchiveSource.Entry("file" + number, sizes[number]))
                .toList();
        LocalReference user = new LocalReference(
                logicalId,
                PackageableProperty.TABLE.get(0),
                Path.of(logicalId),
                logicalId,
                new SourceMark("template.yaml", 7, 1));
        return new Archive(new ArchiveSource.Ready(Path.of(logicalId), logicalId, entries), logicalId, List.of(user));
    }

    private static LambdaFunction function(String logicalId, String... layers) {
        List<LayerReference> references = new ArrayList<>();
        references.add(new LayerReference.Published("arn:aws:lambda:eu-central-1:123456789012:layer:other:1"));
        Arrays.stream(layers).map(LayerReference.InTemplate::new).forEach(references::add);
        return new LambdaFunction(
                logicalId,
                logicalId,
                "java17",
                "a.B",
                128,
                LambdaFunction.DEFAULT_TIMEOUT,
                Architecture.X86_64,
                new CodeSource.Inline(""),
                references,
                Map.of(),
                Map.of(),
                MappingNode.of(Map.of()),
                SourceMark.NONE);
    }
}
