package io.github.sammaven.core.operate.logs.lambda;

import static io.github.sammaven.core.operate.logs.lambda.LambdaLog.end;
import static io.github.sammaven.core.operate.logs.lambda.LambdaLog.id;
import static io.github.sammaven.core.operate.logs.lambda.LambdaLog.line;
import static io.github.sammaven.core.operate.logs.lambda.LambdaLog.report;
import static io.github.sammaven.core.operate.logs.lambda.LambdaLog.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.LogEvent;
import io.github.sammaven.core.operate.logs.LogLine;
import io.github.sammaven.core.operate.logs.LogSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestGroupingTest {

    private final List<RequestLog> requests = new ArrayList<>();
    private final RequestGrouping grouping = new RequestGrouping(requests::add);

    private void add(LogLine... lines) {
        for (LogLine line : lines) {
            grouping.add(line, LambdaLineReader.read(line.event().message()));
        }
    }

    private static List<String> words(RequestLog request) {
        return request.lines().stream().map(LogEvent::message).toList();
    }

    @Test
    void linesOfRequestsAtTheSameTimeAreTakenApart() {
        add(
                start("a", 1, 1),
                start("b", 2, 2),
                line("a", 3, "one"),
                line("b", 4, "two"),
                end("b", 5, 2),
                report("b", 5, 2, 3.0, ""),
                line("a", 6, "one more"),
                end("a", 7, 1),
                report("a", 7, 1, 6.0, "Init Duration: 90.00 ms"));
        assertThat(requests).isEmpty();
        grouping.pause();
        assertThat(requests).hasSize(2);
        assertThat(requests.get(0).requestId()).contains(id(2));
        assertThat(words(requests.get(0))).containsExactly("two");
        assertThat(requests.get(1).time()).isEqualTo(1);
        assertThat(words(requests.get(1))).containsExactly("one", "one more");
        assertThat(requests.get(1).report().orElseThrow().isColdStart()).isTrue();
        assertThat(requests).noneMatch(RequestLog::failed);
    }

    @Test
    void whatIsSaidBehindTheReportStillBelongsToIt() {
        add(
                start("a", 1, 1),
                end("a", 3001, 1),
                report("a", 3001, 1, 3000.0, ""),
                line("a", 3001, "2026-11-21T14:30:00Z " + id(1) + " Task timed out after 3.00 seconds"),
                start("a", 3005, 2));
        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).failed()).isTrue();
        assertThat(words(requests.get(0))).hasSize(1);
    }

    @Test
    void endedRequestGoesOutWhenTimeHasMovedOn() {
        add(start("a", 1, 1), report("a", 2, 1, 1.0, ""), start("b", 1500, 2));
        assertThat(requests)
                .extracting(request -> request.requestId().orElseThrow())
                .containsExactly(id(1));
        grouping.end();
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).report()).isEmpty();
    }

    @Test
    void wordsBeforeTheFirstRequestAreWithIt() {
        add(line("a", 1, "INIT_START Runtime Version: java:17"), line("a", 2, "static block"), start("a", 3, 1));
        grouping.end();
        assertThat(requests).hasSize(1);
        assertThat(words(requests.get(0))).containsExactly("INIT_START Runtime Version: java:17", "static block");
        assertThat(requests.get(0).requestId()).contains(id(1));
    }

    @Test
    void requestsOfAnApiAreToldByTheIdInEachLine() {
        LogSource api = new LogSource("Api", "API-Gateway-Execution-Logs_x/Prod", LogSource.Kind.API_EXECUTION);
        for (int i = 0; i < 6; i++) {
            LogEvent event = new LogEvent("s", i, "(" + id(i % 2) + ") line " + i, i, "e" + i);
            add(new LogLine(api, event));
        }
        grouping.pause();
        assertThat(requests).hasSize(2);
        assertThat(words(requests.get(0))).hasSize(3);
    }

    @Test
    void memoryIsBoundedWhenRequestsNeverEnd() {
        for (int i = 0; i < 60_000; i++) {
            add(line("a" + i % 7000, i, "word"));
        }
        int told = requests.stream().mapToInt(request -> request.lines().size()).sum();
        assertThat(told).isGreaterThanOrEqualTo(10_000);
        grouping.end();
        assertThat(requests.stream().mapToInt(request -> request.lines().size()).sum())
                .isEqualTo(60_000);
    }
}
