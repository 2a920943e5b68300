package io.github.sammaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.plugin.LinesLog;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemLinesTest {

    private static final Problem ERROR =
            Problem.error(new SourceMark("template.yaml", 3, 1), "Handler is missing", "add it\nor use an image");
    private static final Problem WARNING = Problem.warning(SourceMark.NONE, "nothing to do", "");

    @Test
    void eachLineHasTheLevelOfItsProblem() {
        LinesLog log = new LinesLog();
        new ProblemLines(log).all(List.of(ERROR, WARNING));

        assertThat(log.lines())
                .containsExactly(
                        "ERROR template.yaml:3:1: Handler is missing",
                        "ERROR     add it",
                        "ERROR     or use an image",
                        "WARN nothing to do");
    }

    @Test
    void countNamesErrorsAloneWhenThereIsNoWarning() {
        assertThat(ProblemLines.count(List.of(ERROR))).isEqualTo("1 error");
        assertThat(ProblemLines.count(List.of(ERROR, ERROR))).isEqualTo("2 errors");
    }

    @Test
    void countNamesBothWhenThereAreBoth() {
        assertThat(ProblemLines.count(List.of(ERROR, WARNING, ERROR))).isEqualTo("2 errors, 1 warning");
        assertThat(ProblemLines.count(List.of(WARNING, WARNING))).isEqualTo("0 errors, 2 warnings");
    }
}
