package io.github.sammaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.StackEnded;
import io.github.sammaven.core.report.StackProgress;
import io.github.sammaven.plugin.LinesLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainStackBoardTest {

    private final LinesLog log = new LinesLog();
    private final SetClock clock = new SetClock();
    private final Ticker ticker = new Ticker(Duration.ofDays(1));
    private final PlainStackBoard board = new PlainStackBoard(log, false, clock, ticker);

    @AfterEach
    void stop() {
        ticker.stop();
    }

    private void show(int depth, String id, String status) {
        String stack = depth == 0 ? "" : "orders-Api-1";
        board.show(new StackProgress(Instant.EPOCH, id, "AWS::SQS::Queue", status, "", SourceMark.NONE, stack, depth));
    }

    @Test
    void printsOneLineForEachState() {
        show(0, "orders", "CREATE_IN_PROGRESS");
        show(0, "Queue", "CREATE_IN_PROGRESS");
        show(0, "Queue", "CREATE_IN_PROGRESS");
        show(1, "orders-Api-1", "CREATE_IN_PROGRESS");
        show(1, "Deep", "CREATE_COMPLETE");

        assertThat(log.lines())
                .containsExactly(
                        "INFO CREATE_IN_PROGRESS    orders                    AWS::SQS::Queue",
                        "INFO CREATE_IN_PROGRESS    Queue                     AWS::SQS::Queue",
                        "INFO CREATE_COMPLETE         Deep                    AWS::SQS::Queue");
    }

    @Test
    void coloursTheStateOnly() {
        new PlainStackBoard(log, true, clock, ticker)
                .show(new StackProgress(
                        Instant.EPOCH, "Queue", "AWS::SQS::Queue", "CREATE_COMPLETE", "", SourceMark.NONE, "", 0));

        assertThat(log.lines())
                .containsExactly(
                        "INFO \u001b[32mCREATE_COMPLETE\u001b[0m       Queue                     AWS::SQS::Queue");
    }

    @Test
    void saysNothingOnceItIsStopped() {
        show(0, "orders", "CREATE_IN_PROGRESS");
        show(0, "Queue", "CREATE_IN_PROGRESS");
        board.stop();
        show(0, "Queue", "CREATE_COMPLETE");
        clock.pass(Duration.ofMinutes(1));
        board.tick();

        assertThat(log.lines()).hasSize(2);
    }

    @Test
    void saysEveryTenSecondsWhatIsWaitedFor() {
        show(0, "orders", "CREATE_IN_PROGRESS");
        show(0, "Queue", "CREATE_IN_PROGRESS");
        show(0, "Table", "CREATE_IN_PROGRESS");
        for (int second = 0; second < 130; second++) {
            clock.pass(Duration.ofSeconds(1));
            board.tick();
        }

        assertThat(log.lines())
                .hasSize(3 + 13)
                .last()
                .isEqualTo("INFO still waiting for Queue (2 min 10 s) and 1 more");
    }

    @Test
    void isSilentWhenNothingMoves() {
        show(0, "orders", "CREATE_IN_PROGRESS");
        show(0, "Queue", "CREATE_COMPLETE");
        clock.pass(Duration.ofMinutes(1));
        board.tick();

        assertThat(log.lines()).hasSize(2);
    }

    @Test
    void saysAtTheEndWhatWasDone() {
        board.end(new StackEnded(
                "orders",
                "UPDATE_COMPLETE",
                Duration.ofMillis(4300),
                Map.of(StackEnded.Outcome.DELETED, 1, StackEnded.Outcome.UPDATED, 3),
                List.of()));

        assertThat(log.lines()).containsExactly("INFO 3 updated, 1 deleted in 4.3 s");
    }

    @Test
    void terminalsAreThoseThatTakeColours() {
        assertThat(StackBoards.isTerminal(Map.of("TERM", "xterm"))).isTrue();
        assertThat(StackBoards.isTerminal(Map.of("TERM", "dumb"))).isFalse();
        assertThat(StackBoards.isTerminal(Map.of())).isFalse();
        assertThat(StackBoards.isTerminal(Map.of("TERM", "xterm", "NO_COLOR", "1")))
                .isFalse();
        assertThat(StackBoards.isTerminal(Map.of("TERM", "xterm", "CI", "true")))
                .isFalse();
    }

    @Test
    void outputThatGoesToAFileIsNoTerminal(@TempDir Path folder) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("1"), folder.resolve("build.log"));
        Path terminal = Files.createSymbolicLink(folder.resolve("2"), Path.of("/dev/pts/0"));

        assertThat(StackBoards.isTerminal(link)).isFalse();
        assertThat(StackBoards.isTerminal(terminal)).isTrue();
    }

    @Test
    void failuresAndAllThatIsUndoneAreRed() {
        assertThat(List.of(
                        "CREATE_FAILED", "UPDATE_ROLLBACK_COMPLETE", "ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED"))
                .allSatisfy(status -> assertThat(StatusColour.of(status)).isEqualTo("\u001b[31m"));
        assertThat(StatusColour.of("UPDATE_COMPLETE")).isEqualTo("\u001b[32m");
        assertThat(StatusColour.of("UPDATE_IN_PROGRESS")).isEqualTo("\u001b[33m");
    }
}
