package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LayerReference;
import io.github.sammaven.core.limits.ArchiveEntry;
import io.github.sammaven.core.packaging.artifact.ArtifactSlot;
import io.github.sammaven.core.packaging.artifact.ArtifactTable;
import io.github.sammaven.core.packaging.loop.Turn;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SizeCheckTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long LIMIT = 250 * MEGABYTE;

    @Test
    void acceptsTheLimitItself() {
        assertThat(check(List.of(), archive("Orders", LIMIT))).isEmpty();
    }

    @Test
    void refusesMoreAndShowsWhatIsBig() {
        assertThat(check(List.of(), archive("Orders", LIMIT - 1, MEGABYTE + 1)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.mark().line()).isEqualTo(7);
                    assertThat(problem.message()).isEqualTo("Orders: 251.0 MB unzipped is over the limit of 250.0 MB");
                    assertThat(problem.suggestion()).contains("250.0 MB  file0\n", "1.0 MB  file1\n");
                });
    }

    @Test
    void countsTheLayersOfTheTemplate() {
        List<LambdaFunction> functions = List.of(function("Orders", "Libraries", "Tools"));

        assertThat(check(
                        functions,
                        archive("Orders", LIMIT / 2),
                        archive("Libraries", LIMIT / 2),
                        archive("Tools", MEGABYTE)))
                .extracting(Problem::message)
                .containsExactly("Orders: 251.0 MB unzipped, 126.0 MB of it in layers, is over the limit of 250.0 MB");
    }

    @Test
    void blamesALayerThatIsTooBigItselfOnlyOnce() {
        List<LambdaFunction> functions = List.of(function("Orders", "Libraries"), function("Audit", "Libraries"));

        assertThat(check(functions, archive("Orders", 1), archive("Audit", 1), archive("Libraries", LIMIT + MEGABYTE)))
                .extracting(Problem::message)
                .containsExactly("Libraries: 251.0 MB unzipped is over the limit of 250.0 MB");
    }

    @Test
    void blamesTheFunctionTooWhenItsOwnCodeIsTooBig() {
        List<LambdaFunction> functions = List.of(function("Orders", "Libraries"));

        assertThat(check(functions, archive("Orders", LIMIT + 1), archive("Libraries", LIMIT + 1)))
                .hasSize(2);
    }

    @Test
    void leavesPublishedLayersOut() {
        LambdaFunction function = function("Orders");

        assertThat(check(List.of(function), archive("Orders", LIMIT))).isEmpty();
    }

    private static List<Problem> check(List<LambdaFunction> functions, Artifact... archives) {
        List<Problem> problems = new ArrayList<>();
        new SizeCheck(functions).check(Arrays.asList(archives), problems);
        return problems;
    }

    private static Artifact archive(String logicalId, long... sizes) {
        List<ArchiveEntry> entries = IntStream.range(0, sizes.length)
                .mapToObj(number -> new ArchiveEntry("file" + number, sizes[number]))
                .toList();
        ArtifactSlot slot = new ArtifactSlot(
                ArtifactTable.RESOURCES.get(0),
                logicalId,
                logicalId,
                List.of(),
                List.of("Resources", logicalId, "Properties", "CodeUri"),
                Optional.empty(),
                new SourceMark("template.yaml", 7, 1));
        LocalReference user =
                new LocalReference("", logicalId, logicalId, slot, Turn.NONE, Path.of(logicalId), logicalId);
        Content content = new Content.Zipped(new ArchiveSource.Ready(Path.of(logicalId), logicalId, entries));
        return new Artifact(content, logicalId, false, List.of(user));
    }

    private static LambdaFunction function(String logicalId, String... layers) {
        List<LayerReference> references = new ArrayList<>();
        references.add(new LayerReference.Published("arn:aws:lambda:eu-central-1:123456789012:layer:other:1"));
        Arrays.stream(layers).map(LayerReference.InTemplate::new).forEach(references::add);
        return new LambdaFunction(
                "",
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
                MappingNode.of(Map.of()),
                SourceMark.NONE);
    }
}
