package io.github.sammaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.operate.trace.TraceStep;
import io.github.sammaven.core.operate.trace.TraceTree;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TraceLinesTest {

    @Test
    void stepsAreIndentedWithTheirShareAndFaults() {
        TraceStep table = new TraceStep(
                "Table", "", 0.1, 0.25, OptionalInt.empty(), TraceStep.Verdict.FAULT, "KeyError: id", List.of());
        TraceStep api = new TraceStep(
                "api", "AWS::ApiGateway::Stage", 0, 0.5, OptionalInt.of(502), TraceStep.Verdict.OK, "", List.of(table));
        assertThat(new TraceLines(ZoneOffset.UTC).of(new TraceTree("1-a", 0, 0.5, List.of(api))))
                .containsExactly(
                        "Trace 1-a  1970-01-01T00:00:00.000Z  0.500 s",
                        "[####################] 100 %  0.500 s  api (AWS::ApiGateway::Stage)  HTTP 502",
                        "[##########----------]  50 %    0.250 s  Table  FAULT  KeyError: id");
    }
}
