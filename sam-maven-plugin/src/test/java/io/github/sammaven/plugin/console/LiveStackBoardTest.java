package io.github.sammaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.StackEnded;
import io.github.sammaven.core.report.StackProgress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveStackBoardTest {

    /** Takes the place of the JVM's streams. */
    private final class Streams extends StandardStreams {
        private @Nullable Consumer<byte[]> led;

        @Override
        void lead(Consumer<byte[]> lines) {
            led = lines;
        }

        @Override
        void restore() {
            led = null;
        }

        void print(String line) {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            if (led == null) {
                terminal.write(bytes, 0, bytes.length);
            } else {
                led.accept(bytes);
            }
        }
    }

    private static final class NoTicker extends Ticker {
        NoTicker() {
            super(Duration.ofDays(1));
        }

        @Override
        void start(Runnable tick) {}

        @Override
        void stop() {}
    }

    private final Screen screen = new Screen(70);
    private final PrintStream terminal = new PrintStream(screen, true, StandardCharsets.UTF_8);
    private final SetClock clock = new SetClock();
    private final Streams streams = new Streams();
    private final SystemStreamLog log = new SystemStreamLog() {
        @Override
        public void info(CharSequence content) {
            streams.print("[INFO] " + content);
        }
    };
    private final LiveStackBoard board = new LiveStackBoard(log, clock, new NoTicker(), terminal, streams);

    private void show(int depth, String id, String status, String reason) {
        String stack = depth == 0 ? "" : "orders-Api-1";
        board.show(
                new StackProgress(Instant.EPOCH, id, "AWS::SQS::Queue", status, reason, SourceMark.NONE, stack, depth));
        clock.pass(Duration.ofMillis(500));
    }

    private void begin() {
        show(0, "orders", "CREATE_IN_PROGRESS", "User Initiated");
        show(0, "Queue", "CREATE_IN_PROGRESS", "");
        show(1, "Deep", "CREATE_IN_PROGRESS", "");
    }

    private static StackEnded ended(String status) {
        return new StackEnded(
                "orders",
                status,
                Duration.ofSeconds(72),
                Map.of(StackEnded.Outcome.CREATED, 2),
                List.of(new StackEnded.Slow("Deep", "AWS::SQS::Queue", Duration.ofSeconds(25))));
    }

    @Test
    void showsWhatMovesInOneBlock() {
        begin();
        clock.pass(Duration.ofSeconds(10));
        board.tick();

        assertThat(screen.lines())
                .containsExactly(
                        "orders  0 of 2 done  11.5 s",
                        "  CREATE_IN_PROGRESS    Queue                     11.0 s       AWS::SQ",
                        "  CREATE_IN_PROGRESS      Deep                    10.5 s       AWS::SQ");
    }

    @Test
    void showsWhatEndedLastAboveWhatMoves() {
        begin();
        show(0, "Queue", "CREATE_COMPLETE", "");

        assertThat(screen.lines())
                .containsExactly(
                        "orders  1 of 2 done  1.5 s",
                        "  CREATE_COMPLETE       Queue                                  AWS::SQ",
                        "  CREATE_IN_PROGRESS      Deep                    500 ms       AWS::SQ");
    }

    @Test
    void makesWayForTheLinesOfOthers() {
        begin();
        streams.print("[WARNING] somebody else says something that is longer than the terminal is wide, really");

        assertThat(screen.lines())
                .startsWith(
                        "[WARNING] somebody else says something that is longer than the termina",
                        "l is wide, really",
                        "orders  0 of 2 done  1.5 s")
                .hasSize(5);
    }

    @Test
    void keepsALineForWhatFailed() {
        begin();
        show(1, "Deep", "CREATE_FAILED", "no");

        assertThat(screen.lines())
                .startsWith("[INFO] CREATE_FAILED           Deep                    AWS::SQS::Queue", "  no");
    }

    @Test
    void staysAsItIsOnceItIsStopped() {
        begin();
        board.stop();
        streams.print("Interrupted");
        show(1, "Deep", "CREATE_FAILED", "too late");
        board.tick();

        assertThat(screen.lines())
                .containsExactly(
                        "orders  0 of 2 done  1.5 s",
                        "  CREATE_IN_PROGRESS    Queue                     1.0 s        AWS::SQ",
                        "  CREATE_IN_PROGRESS      Deep                    500 ms       AWS::SQ",
                        "Interrupted");
    }

    @Test
    void drawsAtMostTenTimesASecondBetweenLinesOfOthersToo() {
        begin();
        int before = screen.drawings();
        for (int i = 0; i < 1000; i++) {
            clock.pass(Duration.ofMillis(1));
            streams.print("line");
        }

        assertThat(screen.drawings() - before).isBetween(9, 10);
    }

    @Test
    void leavesOnlyTheSummaryAtTheEnd() {
        begin();
        show(1, "Deep", "CREATE_COMPLETE", "");
        board.end(ended("CREATE_COMPLETE"));
        streams.print("[INFO] after it");

        assertThat(screen.lines())
                .containsExactly("[INFO] 2 created in 1 min 12 s; slowest: Deep 25.0 s", "[INFO] after it");
    }

    @Test
    void leavesNothingWhenItFailed() {
        begin();
        board.end(ended("ROLLBACK_COMPLETE"));

        assertThat(screen.lines()).isEmpty();
    }

    @Test
    void drawsAtMostTenTimesASecond() {
        begin();
        int before = screen.drawings();
        for (int i = 0; i < 1000; i++) {
            clock.pass(Duration.ofMillis(1));
            board.tick();
        }

        assertThat(screen.drawings() - before).isBetween(9, 10);
    }

    @Test
    void countsWhatDoesNotFit() {
        show(0, "orders", "CREATE_IN_PROGRESS", "");
        for (int i = 0; i < 12; i++) {
            show(0, "Queue" + i, "CREATE_IN_PROGRESS", "");
        }

        assertThat(screen.lines()).hasSize(10).last().isEqualTo("  and 4 more in progress");
    }
}
