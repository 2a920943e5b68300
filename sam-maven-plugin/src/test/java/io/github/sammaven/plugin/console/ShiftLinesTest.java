package io.github.sammaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.report.ShiftAlarm;
import io.github.sammaven.core.report.ShiftHook;
import io.github.sammaven.core.report.ShiftProgress;
import io.github.sammaven.core.report.ShiftProgress.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ShiftLinesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:30:00Z");
    private static final ShiftHook OK = new ShiftHook(ShiftHook.State.OK, Duration.ofMillis(1200));
    private static final ShiftAlarm QUIET = new ShiftAlarm("a", ShiftAlarm.State.OK, "");

    private static String line(ShiftProgress progress) {
        return new ShiftLines(() -> NOW).line(progress);
    }

    private static ShiftProgress progress(
            State state, boolean rollback, ShiftHook before, int percent, long left, ShiftHook after, String reason) {
        return new ShiftProgress(
                "OrdersAliaslive",
                "d-ABCDEF123",
                state,
                rollback,
                before,
                percent < 0 ? OptionalInt.empty() : OptionalInt.of(percent),
                left < 0 ? Optional.empty() : Optional.of(NOW.plusSeconds(left)),
                after,
                List.of(),
                reason);
    }

    private static ShiftProgress with(ShiftProgress progress, ShiftAlarm... alarms) {
        return new ShiftProgress(
                progress.alias(),
                progress.deploymentId(),
                progress.state(),
                progress.rollback(),
                progress.before(),
                progress.percent(),
                progress.fullAt(),
                progress.after(),
                List.of(alarms),
                progress.reason());
    }

    @Test
    void oneLineHoldsHookShareTimeAndAlarms() {
        ShiftProgress moving = progress(State.RUNNING, false, OK, 10, 200, ShiftHook.NONE, "");

        assertThat(line(with(moving, QUIET, QUIET)))
                .isEqualTo("OrdersAliaslive   pre-traffic hook ok (1.2 s)   10 % [##------------------] 3 min 20 s left"
                        + "   alarms: 2 ok");
    }

    @Test
    void alarmsThatAreRaisedAreNamedWithTheirReason() {
        ShiftProgress moving = progress(State.RUNNING, false, ShiftHook.NONE, 50, -1, ShiftHook.NONE, "");

        assertThat(line(with(
                        moving,
                        QUIET,
                        new ShiftAlarm("b", ShiftAlarm.State.NO_DATA, ""),
                        new ShiftAlarm("c", ShiftAlarm.State.ALARM, "Threshold Crossed"))))
                .isEqualTo("OrdersAliaslive   50 % [##########----------]   alarms: 1 ok, 1 without data"
                        + "   alarm c in ALARM: Threshold Crossed");
    }

    @Test
    void aHookThatRunsOrFailsIsTold() {
        ShiftHook running = new ShiftHook(ShiftHook.State.RUNNING, Duration.ZERO);
        ShiftHook failed = new ShiftHook(ShiftHook.State.FAILED, Duration.ofSeconds(61));

        assertThat(line(progress(State.RUNNING, false, running, 0, -1, ShiftHook.NONE, "")))
                .isEqualTo("OrdersAliaslive   pre-traffic hook running   0 % [--------------------]");
        assertThat(line(progress(State.FAILED, false, OK, 100, -1, failed, "a hook failed")))
                .isEqualTo("OrdersAliaslive   pre-traffic hook ok (1.2 s)   100 % [####################]"
                        + " FAILED: a hook failed   post-traffic hook FAILED (1 min 1 s)");
    }

    @Test
    void theVerdictIsTheLastWord() {
        assertThat(line(progress(State.SUCCEEDED, false, OK, 100, -1, OK, "")))
                .isEqualTo("OrdersAliaslive   pre-traffic hook ok (1.2 s)   100 % [####################] done"
                        + "   post-traffic hook ok (1.2 s)");
        assertThat(line(progress(State.SUCCEEDED, true, ShiftHook.NONE, 100, -1, ShiftHook.NONE, "")))
                .isEqualTo("OrdersAliaslive   rollback   100 % [####################] on the version before");
    }

    @Test
    void whatIsNotKnownIsNotMadeUp() {
        assertThat(line(progress(State.WAITING, false, ShiftHook.NONE, -1, -1, ShiftHook.NONE, "")))
                .isEqualTo("OrdersAliaslive   waiting for CodeDeploy");
        assertThat(line(progress(State.RUNNING, false, ShiftHook.NONE, -1, -1, ShiftHook.NONE, "")))
                .isEqualTo("OrdersAliaslive   shifting");
    }

    @Test
    void aTimeThatIsOverIsNotCountedOn() {
        assertThat(line(progress(State.RUNNING, false, ShiftHook.NONE, 10, 0, ShiftHook.NONE, "")))
                .endsWith("any moment now");
    }
}
