package io.github.sammaven.core.deploy.shift;

import static io.github.sammaven.core.deploy.shift.ShiftScene.BEGUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.StackResource;
import io.github.sammaven.core.aws.fake.FakeShift;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.deploy.poll.Polling;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.ShiftProgress;
import io.github.sammaven.core.report.ShiftProgress.State;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class ShiftStopTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static FakeShift moving(String id) {
        FakeShift shift = new FakeShift(id, BEGUN).beforeRuns().beforeOk();
        IntStream.range(0, 1000).forEach(i -> shift.traffic(0.1));
        return shift;
    }

    private static ShiftStop stop(ShiftScene scene) {
        return new ShiftStop(
                scene.services(),
                scene.events,
                new Poller(Polling.standard(), scene.time, scene.time, scene.events),
                scene.time);
    }

    @Test
    void stopsWhatRunsAndWaitsUntilTheTrafficIsBack() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(moving("d-ABCDEF123"));
            scene.codeDeploy.shift(
                    ShiftScene.APPLICATION,
                    ShiftScene.GROUP,
                    new FakeShift("d-OLDOLDOLD", BEGUN.minusSeconds(60)).succeeds());

            assertThat(stop(scene).stop("orders-prod", HOUR)).containsExactly("d-ABCDEF123");

            assertThat(scene.codeDeploy.calls())
                    .filteredOn("StopDeployment"::equals)
                    .hasSize(1);
            assertThat(scene.told())
                    .first()
                    .returns("orders:live", ShiftProgress::alias)
                    .returns(State.STOPPED, ShiftProgress::state);
            assertThat(scene.told())
                    .last()
                    .returns(true, ShiftProgress::rollback)
                    .returns(State.SUCCEEDED, ShiftProgress::state);
        }
    }

    @Test
    void saysThatNothingRuns() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(new FakeShift("d-OLDOLDOLD", BEGUN).succeeds());

            assertThat(stop(scene).stop("orders-prod", HOUR)).isEmpty();

            assertThat(scene.events.all())
                    .last()
                    .isEqualTo(new Note("no traffic is being shifted in the stack orders-prod"));
        }
    }

    @Test
    void looksIntoNestedStacksAndAtAllPairs() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(moving("d-ABCDEF123"));
            List<StackResource> nested = List.copyOf(scene.resources);
            ShiftServices services = scene.services();
            ShiftServices withNested = new ShiftServices(
                    services.shifts(),
                    services.alarms(),
                    services.logs(),
                    stack -> stack.equals("child")
                            ? concat(nested, new StackResource("Other", "other", "AWS::CodeDeploy::Application"))
                            : List.of(new StackResource("Child", "child", "AWS::CloudFormation::Stack")));

            List<String> stopped = new ShiftStop(
                            withNested,
                            scene.events,
                            new Poller(Polling.standard(), scene.time, scene.time, scene.events),
                            scene.time)
                    .stop("orders-prod", HOUR);

            assertThat(stopped).containsExactly("d-ABCDEF123");
        }
    }

    private static List<StackResource> concat(List<StackResource> some, StackResource more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    @Test
    void leavesARollbackAloneAndWaitsForIt() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(new FakeShift("d-BACKBACK1", BEGUN)
                    .undoing("d-ABCDEF123")
                    .traffic(0.5)
                    .traffic(0.7)
                    .succeeds());

            assertThat(stop(scene).stop("orders-prod", HOUR)).isEmpty();

            assertThat(scene.codeDeploy.calls()).doesNotContain("StopDeployment");
            assertThat(scene.told()).last().returns(State.SUCCEEDED, ShiftProgress::state);
        }
    }

    @Test
    void failsWhenTheTrafficCannotBeMovedBack() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(new FakeShift("d-BACKBACK1", BEGUN)
                    .undoing("d-ABCDEF123")
                    .traffic(0.5)
                    .fails("INTERNAL_ERROR", "It did not work."));

            assertThatThrownBy(() -> stop(scene).stop("orders-prod", HOUR))
                    .isInstanceOf(SamException.class)
                    .hasMessageContaining("could not be moved back with d-BACKBACK1: It did not work");
        }
    }

    @Test
    void saysThatItGoesOnWhenTheTimeIsOver() {
        try (ShiftScene scene = new ShiftScene()) {
            FakeShift endless = moving("d-BACKBACK1").undoing("d-ABCDEF123");
            scene.shifting(endless);

            assertThatThrownBy(() -> stop(scene).stop("orders-prod", Duration.ofSeconds(20)))
                    .isInstanceOf(SamException.class)
                    .hasMessageContaining("the time to wait is over");
        }
    }

    @Test
    void isRefusedWithoutPermission() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(moving("d-ABCDEF123"));
            scene.codeDeploy.refuse(
                    "StopDeployment", 400, "AccessDeniedException", "User: arn:x is not authorized to perform it");

            assertThatThrownBy(() -> stop(scene).stop("orders-prod", HOUR))
                    .isInstanceOf(SamException.class)
                    .hasMessageContaining("the deployment d-ABCDEF123 cannot be stopped");
        }
    }
}
