package io.github.sammaven.core.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sammaven.core.limits.ArchiveEntry;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeReportTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final SourceMark MARK = new SourceMark("template.yaml", 12, 3);

    @TempDir
    private Path folder;

    private Path file;
    private SizeHistory history;

    @BeforeEach
    void history() {
        file = folder.resolve("sam/sizes.json");
        history = new SizeHistory(file);
    }

    private static CodeSize size(String id, long zipped, long layers, ArchiveEntry... entries) {
        return new CodeSize(id, MARK, zipped, List.of(entries), layers);
    }

    private SizeReport report(CodeSize... sizes) {
        return SizeReport.of(List.of(sizes), history);
    }

    @Test
    void layersCountTowardsTheLimit() {
        FunctionSize function = report(size(
                        "Fn",
                        MEGABYTE,
                        100 * MEGABYTE,
                        new ArchiveEntry("a", 5 * MEGABYTE),
                        new ArchiveEntry("b", 20 * MEGABYTE)))
                .functions()
                .get(0);
        assertThat(function.unzippedBytes()).isEqualTo(25 * MEGABYTE);
        assertThat(function.totalBytes()).isEqualTo(125 * MEGABYTE);
        assertThat(function.shareOfLimit()).isEqualTo(0.5);
    }

    @Test
    void biggestTenComeFirstAndThenByName() {
        List<ArchiveEntry> entries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            entries.add(new ArchiveEntry("f" + i, i < 10 ? 7 : i));
        }
        assertThat(report(new CodeSize("Fn", MARK, 1, entries, 0))
                        .functions()
                        .get(0)
                        .biggest())
                .extracting(ArchiveEntry::name)
                .containsExactly("f11", "f10", "f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7");
    }

    @Test
    void growthIsKnownFromTheSecondRunOn() {
        SizeReport first = report(size("Fn", 100, 0), size("Gone", 1, 0));
        assertThat(first.functions().get(0).growthBytes()).isEmpty();
        history.write(first);

        SizeReport second = report(size("Fn", 70, 0), size("New", 5, 0));
        assertThat(second.functions().get(0).growthBytes()).isEqualTo(OptionalLong.of(-30));
        assertThat(second.functions().get(1).growthBytes()).isEmpty();
        assertThat(folder.resolve("sam").toFile().list()).containsExactly("sizes.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"Fn\": 1",
                "{\"Fn\": \"1\"}",
                "{\"Fn\": {}}",
                "no json",
                "{\"Fn\": 99999999999999999999}",
                "\u0000"
            })
    void damagedHistoryShowsNoGrowth(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        assertThat(report(size("Fn", 100, 0)).functions().get(0).growthBytes()).isEmpty();
    }

    @Test
    void historyThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(folder.resolve("sam"), "a file where a folder should be");
        SizeReport report = report(size("Fn", 100, 0));
        assertThatExceptionOfType(SamException.class)
                .isThrownBy(() -> history.write(report))
                .withMessageContaining("sizes.json cannot be written");
    }

    @ParameterizedTest
    @CsvSource({"500kB, 512000", "20MB, 20971520", "1.5MB, 1572864", "0.001kB, 1"})
    void sizesAreMultiplesOf1024(String text, long bytes) {
        assertThat(SizeText.parse(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "20", "20 MB", "20mb", "20KB", "20GB", "MB", "-1MB", "1,5MB", "1.MB", ".5MB", "1e3MB", "0MB", "٣MB"
            })
    void otherTextsAreNoSizes(String text) {
        assertThat(SizeText.parse(text)).isEmpty();
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> SizeBudgets.parse("sizeBudgets", Map.of("Fn", text, "Other", "?")))
                .satisfies(refused -> assertThat(refused.problems()).hasSize(2))
                .withMessageContaining("sizeBudgets: '" + text + "' for Fn is no size")
                .withMessageContaining("write a number and kB or MB");
    }

    @Test
    void allArchivesOverTheirBudgetAreNamedWithTheirBiggestFiles() {
        SizeReport report = report(
                size(
                        "Big",
                        3 * MEGABYTE,
                        0,
                        new ArchiveEntry("small", 1),
                        new ArchiveEntry("lib/huge.jar", 9 * MEGABYTE)),
                size("Close", 2 * MEGABYTE + 1, 0),
                size("Fits", 2 * MEGABYTE, 0));
        Map<String, String> budgets = Map.of("Big", "2MB", "Close", "2MB", "Fits", "2MB", "Fitz", "1kB");
        List<Problem> problems = SizeBudgets.parse("sizeBudgets", budgets).problems(report);
        assertThat(problems.stream().sorted().map(Problem::toString))
                .containsExactly(
                        "there is a size budget for Fitz, but no function of this name is packaged\n    Did you mean 'Fits'?",
                        "template.yaml:12:3: Big: 3.0 MB zipped is over its budget of 2.0 MB\n"
                                + "    The biggest files, unzipped, are\n"
                                + "          9.0 MB  lib/huge.jar\n"
                                + "          1 byte  small\n"
                                + "    Leave out what the function does not need, or raise its budget",
                        "template.yaml:12:3: Close: 2,097,153 bytes zipped is over its budget of 2,097,152 bytes\n"
                                + "    The biggest files, unzipped, are\n    \n"
                                + "    Leave out what the function does not need, or raise its budget");
    }
}
