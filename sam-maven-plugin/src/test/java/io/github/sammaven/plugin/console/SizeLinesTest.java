package io.github.sammaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.limits.ArchiveEntry;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.size.FunctionSize;
import io.github.sammaven.core.size.SizeReport;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SizeLinesTest {

    private static final long MEGABYTE = 1024 * 1024;

    private static FunctionSize size(String id, long layers, OptionalLong growth) {
        return new FunctionSize(
                id,
                SourceMark.NONE,
                2 * MEGABYTE,
                5 * MEGABYTE,
                layers,
                List.of(new ArchiveEntry("lib/big.jar", 3 * MEGABYTE), new ArchiveEntry("app.py", 12)),
                growth);
    }

    private static List<String> table(FunctionSize... sizes) {
        return new SizeLines(new SizeReport(List.of(sizes))).table();
    }

    @Test
    void oneLineForEachFunctionShowsTheLimitBesideTheSize() {
        assertThat(table(
                        size("OrdersFunction", 0, OptionalLong.empty()),
                        size("Audit", 120 * MEGABYTE, OptionalLong.empty())))
                .containsExactly(
                        "OrdersFunction  2.0 MB zip   5.0 MB of 250.0 MB unzipped (2.0 %)",
                        "Audit           2.0 MB zip   125.0 MB of 250.0 MB unzipped with layers (50.0 %)");
    }

    @Test
    void growthIsToldWhereItIsKnown() {
        assertThat(table(
                        size("A", 0, OptionalLong.of(MEGABYTE)),
                        size("B", 0, OptionalLong.of(-12)),
                        size("C", 0, OptionalLong.of(0))))
                .containsExactly(
                        "A  2.0 MB zip (1.0 MB more than before)   5.0 MB of 250.0 MB unzipped (2.0 %)",
                        "B  2.0 MB zip (12 bytes less than before)   5.0 MB of 250.0 MB unzipped (2.0 %)",
                        "C  2.0 MB zip (as before)   5.0 MB of 250.0 MB unzipped (2.0 %)");
    }

    @Test
    void biggestFilesStandBelowTheirFunction() {
        assertThat(new SizeLines(new SizeReport(List.of(size("A", 0, OptionalLong.empty())))).tableWithFiles())
                .containsExactly(
                        "A  2.0 MB zip   5.0 MB of 250.0 MB unzipped (2.0 %)",
                        "          3.0 MB  lib/big.jar", "        12 bytes  app.py");
    }

    @Test
    void noFunctionsGiveNoLines() {
        assertThat(table()).isEmpty();
    }
}
