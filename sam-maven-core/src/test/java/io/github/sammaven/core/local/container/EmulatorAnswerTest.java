package io.github.sammaven.core.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmulatorAnswerTest {

    private static EmulatorAnswer answer(int status, String body) {
        return EmulatorAnswer.of(status, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|{\"errorType\":\"Odd\",\"errorMessage\":\"m\"}|Odd",
                "200|{\"errorMessage\":\"m\",\"errorType\":\"Odd\",\"stackTrace\":[[1],{\"a\":2}]}|Odd",
                "200|{\"errorMessage\":null,\"errorType\":\"Odd\",\"trace\":[],\"requestId\":\"1\"}|Odd",
                "502|{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"m\"}|Runtime.ExitError",
                "500|''|Sandbox.Failure",
                "200|{\"errorType\":\"Odd\",\"errorMessage\":\"m\",\"body\":1}|",
                "200|{\"errorType\":\"Odd\"}|",
                "200|{\"errorMessage\":\"m\"}|",
                "200|[1]|",
                "200|not json|",
                "200|{\"errorType\":|",
                "200|''|"
            })
    void errorIsToldByItsShape(int status, String body, String type) {
        EmulatorAnswer answer = answer(status, body);
        assertThat(answer.errorType().orElse(null)).isEqualTo(type);
        assertThat(answer.timedOut()).isFalse();
    }

    @Test
    void timeoutIsPlainText() {
        assertThat(answer(200, "Task timed out after 3.00 seconds").timedOut()).isTrue();
        assertThat(answer(200, "\"Task timed out after 3.00 seconds\"").timedOut())
                .isFalse();
    }

    @Test
    void linesOfTheEmulatorAreLeftOut() {
        List<String> lines = new ArrayList<>();
        EmulatorLog log = new EmulatorLog(lines::add);
        String id = "0b1f0000-0000-4000-8000-000000000001";
        log.line("START RequestId: " + id + " Version: $LATEST");
        log.line("21 Nov 2026 10:00:00,123 [INFO] (rapid) exec '/var/runtime/bootstrap' (cwd=/var/task, handler=)");
        log.line("START of the day");
        log.line("no endEND RequestId: " + id);
        log.line("REPORT RequestId: " + id + "\tDuration: 1.00 ms\t");
        log.platform("END RequestId: " + id);
        assertThat(lines).containsExactly("START of the day", "no end", "END RequestId: " + id);
    }
}
