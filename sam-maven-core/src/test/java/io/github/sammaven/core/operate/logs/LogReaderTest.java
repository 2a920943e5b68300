package io.github.sammaven.core.operate.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeLogs;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudWatchLogEvents;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class LogReaderTest {

    private static final Instant START = Instant.ofEpochMilli(1000);
    private static final LogSource ORDERS = new LogSource("Orders", "/aws/lambda/shop-orders", LogSource.Kind.FUNCTION);
    private static final LogSource AUDIT = new LogSource("Audit", "/aws/lambda/shop-audit", LogSource.Kind.FUNCTION);

    private final FakeLogs logs = new FakeLogs();
    private final FakeAws aws = new FakeAws().with("logs", logs);
    private final AwsClients clients = new AwsClients(aws.settings());
    private final RecordedEvents events = new RecordedEvents();
    private final CollectedLines lines = new CollectedLines();
    private final List<Duration> pauses = new ArrayList<>();
    private final LogReader reader = new LogReader(new CloudWatchLogEvents(clients), events, pauses::add);

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    private void read(Optional<String> filter, Optional<Instant> to, LogSource... sources) throws InterruptedException {
        reader.read(new LogRequest(List.of(sources), filter, START, to), lines);
    }

    @Test
    void groupsAreMergedByTimeOverAllPages() throws Exception {
        logs.pages(2, 1);
        for (int time = 1000; time < 1010; time++) {
            LogSource source = time % 3 == 0 ? ORDERS : AUDIT;
            logs.event(source.group(), "stream", time, String.valueOf(time));
        }
        read(Optional.empty(), Optional.empty(), ORDERS, AUDIT);
        assertThat(lines.messages)
                .containsExactly(
                        "Audit 1000",
                        "Audit 1001",
                        "Orders 1002",
                        "Audit 1003",
                        "Audit 1004",
                        "Orders 1005",
                        "Audit 1006",
                        "Audit 1007",
                        "Orders 1008",
                        "Audit 1009");
        assertThat(lines.pauses).isEqualTo(1);
    }

    @Test
    void onlyWhatIsAskedForIsRead() throws Exception {
        logs.event(ORDERS.group(), "s", 999, "ERROR too early")
                .event(ORDERS.group(), "s", 1000, "ERROR first")
                .event(ORDERS.group(), "s", 1001, "fine")
                .event(ORDERS.group(), "s", 1002, "ERROR last")
                .event(ORDERS.group(), "s", 1003, "ERROR too late");
        read(Optional.of("ERROR"), Optional.of(Instant.ofEpochMilli(1002)), ORDERS);
        assertThat(lines.messages).containsExactly("Orders ERROR first", "Orders ERROR last");
    }

    @Test
    void groupThatIsNotThereIsAWarningWithTheReason() throws Exception {
        logs.event(AUDIT.group(), "s", 1000, "here");
        LogSource own = new LogSource("acme", "acme", LogSource.Kind.GROUP);
        read(Optional.empty(), Optional.empty(), ORDERS, own, AUDIT);
        assertThat(lines.messages).containsExactly("Audit here");
        assertThat(events.of(Warning.class))
                .extracting(warning -> warning.problem().toString())
                .containsExactlyInAnyOrder(
                        "Orders: there is no log group /aws/lambda/shop-orders\n"
                                + "    the function has not run yet, or may not write logs",
                        "there is no log group acme\n    check its name and the region");
    }

    @Test
    void groupOfSeveralWritersIsReadOnce() throws Exception {
        LogSource shared = new LogSource("Audit", ORDERS.group(), LogSource.Kind.FUNCTION);
        logs.event(ORDERS.group(), "s", 1000, "once");
        read(Optional.empty(), Optional.empty(), ORDERS, shared);
        assertThat(lines.messages).containsExactly("Orders,Audit once");
        assertThat(logs.reads()).hasSize(1);
    }

    @Test
    void groupIsFoundByItsArn() throws Exception {
        String arn = "arn:aws:logs:eu-central-1:123456789012:log-group:" + ORDERS.group() + ":*";
        logs.event(ORDERS.group(), "s", 1000, "here");
        read(Optional.empty(), Optional.empty(), new LogSource("acme", arn, LogSource.Kind.GROUP));
        assertThat(lines.messages).containsExactly("acme here");
    }

    @Test
    void tooManyCallsAreWaitedFor() throws Exception {
        logs.event(ORDERS.group(), "s", 1000, "here").throttle(4);
        read(Optional.empty(), Optional.empty(), ORDERS);
        assertThat(lines.messages).containsExactly("Orders here");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void patternThatIsNoneIsAWrongOption() {
        logs.group(ORDERS.group());
        assertThatThrownBy(() -> read(Optional.of("\"open"), Optional.empty(), ORDERS))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("CloudWatch Logs does not take the filter '\"open': Invalid filter pattern")
                .hasMessageContaining("ERROR");
    }

    @Test
    void timeThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> read(Optional.empty(), Optional.of(START.minusSeconds(1)), ORDERS))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("before it begins at 1970-01-01T00:00:01Z");
    }
}
