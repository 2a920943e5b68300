package io.github.sammaven.core.deploy.shift;

import static io.github.sammaven.core.deploy.shift.ShiftScene.BEGUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.StackResource;
import io.github.sammaven.core.aws.fake.FakeShift;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.ShiftAlarm;
import io.github.sammaven.core.report.ShiftHook;
import io.github.sammaven.core.report.ShiftProgress;
import io.github.sammaven.core.report.ShiftProgress.State;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class ShiftFollowerTest {

    private static FakeShift shift() {
        return new FakeShift("d-ABCDEF123", BEGUN.plusSeconds(5));
    }

    private static FakeShift good() {
        return shift().waits()
                .beforeRuns()
                .after(Duration.ofMillis(1200))
                .beforeOk()
                .traffic(0.1)
                .traffic(0.1)
                .after(Duration.ofMinutes(5))
                .succeeds();
    }

    @Test
    void tellsEachStateOnce() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(good()).aliasChanges("OrdersAliaslive");
            scene.alarms.metric("OrdersErrors", "OK", "fine", BEGUN);
            ShiftFollower follower = scene.follower(ShiftScene.TEMPLATE);

            scene.looks(follower, 10);

            assertThat(scene.told())
                    .extracting(ShiftProgress::state)
                    .containsExactly(State.WAITING, State.RUNNING, State.RUNNING, State.RUNNING, State.SUCCEEDED);
            assertThat(scene.told())
                    .extracting(progress -> progress.before().state())
                    .containsExactly(
                            ShiftHook.State.NONE,
                            ShiftHook.State.RUNNING,
                            ShiftHook.State.OK,
                            ShiftHook.State.OK,
                            ShiftHook.State.OK);
            ShiftProgress moving = scene.told().get(3);
            assertThat(moving.alias()).isEqualTo("OrdersAliaslive");
            assertThat(moving.before().took()).isEqualTo(Duration.ofMillis(1200));
            assertThat(moving.percent()).isEqualTo(OptionalInt.of(10));
            assertThat(moving.fullAt()).contains(Instant.parse("2031-05-06T07:13:18Z"));
            assertThat(moving.alarms()).containsExactly(new ShiftAlarm("OrdersErrors", ShiftAlarm.State.OK, ""));
            assertThat(scene.told().get(4).percent()).isEqualTo(OptionalInt.of(100));
            assertThat(follower.causes()).isEmpty();
        }
    }

    @Test
    void findsAnUpdateThatBeginsWhileLaterEventsOvertakeEarlierOnes() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(good()).event("OrdersPreTraffic", "AWS::Lambda::Function", "UPDATE_IN_PROGRESS");
            ShiftFollower follower = scene.follower(ShiftScene.TEMPLATE);
            scene.looks(follower, 1);

            scene.stackEvents.clear();
            scene.aliasChanges("OrdersAliaslive");
            scene.looks(follower, 10);

            assertThat(scene.told()).last().returns(State.SUCCEEDED, ShiftProgress::state);
        }
    }

    @Test
    void asksNoMoreWhenItIsOver() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(shift().succeeds()).aliasChanges("OrdersAliaslive");
            ShiftFollower follower = scene.follower(ShiftScene.TEMPLATE);

            scene.looks(follower, 1);
            int calls = scene.codeDeploy.calls().size();
            scene.looks(follower, 5);
            scene.ends(follower, "UPDATE_COMPLETE");

            assertThat(scene.codeDeploy.calls()).hasSize(calls);
            assertThat(scene.listings).isOne();
        }
    }

    @Test
    void asksNothingUnlessAnAliasIsUpdated() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.event("OrdersAliaslive", "AWS::Lambda::Alias", "CREATE_IN_PROGRESS")
                    .aliasChanges("OtherAliaslive");
            ShiftFollower follower = scene.follower(ShiftScene.TEMPLATE);

            scene.looks(follower, 3);
            scene.ends(follower, "UPDATE_COMPLETE");

            assertThat(scene.aws.serviceRequests()).isEmpty();
            assertThat(scene.listings).isZero();
            assertThat(scene.events.all()).isEmpty();
        }
    }

    @Test
    void leavesAliasesOfNestedStacksAlone() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.aliasChanges("OrdersAliaslive");
            scene.stackEvents.replaceAll(event -> event.in("arn:aws:cloudformation:eu-central-1:1:stack/nested/1"));

            scene.looks(scene.follower(ShiftScene.TEMPLATE), 2);

            assertThat(scene.aws.serviceRequests()).isEmpty();
        }
    }

    @Test
    void takesNamesFromEventsWhenTheyTellThem() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.codeDeploy
                    .group("physical-ServerlessDeploymentApplication", "physical-OrdersDeploymentGroup")
                    .shift(
                            "physical-ServerlessDeploymentApplication",
                            "physical-OrdersDeploymentGroup",
                            shift().succeeds());
            scene.event("ServerlessDeploymentApplication", "AWS::CodeDeploy::Application", "CREATE_COMPLETE")
                    .event("OrdersDeploymentGroup", "AWS::CodeDeploy::DeploymentGroup", "CREATE_COMPLETE")
                    .aliasChanges("OrdersAliaslive");

            scene.looks(scene.follower(ShiftScene.TEMPLATE), 2);

            assertThat(scene.told()).hasSize(1);
            assertThat(scene.listings).isZero();
        }
    }

    @Test
    void doesNotAskAtEachPoll() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(good()).aliasChanges("OrdersAliaslive");
            ShiftFollower follower = scene.follower(ShiftScene.TEMPLATE);

            for (int i = 0; i < 30; i++) {
                follower.look(ShiftScene.stack("UPDATE_IN_PROGRESS"), scene.stackEvents);
                scene.time.pause(Duration.ofMillis(100));
            }

            assertThat(scene.codeDeploy.calls())
                    .filteredOn("BatchGetDeployments"::equals)
                    .hasSize(1);
        }
    }

    @Test
    void leavesOlderDeploymentsAlone() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(new FakeShift("d-OLDOLDOLD", BEGUN.minusSeconds(60)).succeeds());
            scene.aliasChanges("OrdersAliaslive");

            scene.looks(scene.follower(ShiftScene.TEMPLATE), 2);

            assertThat(scene.told()).isEmpty();
        }
    }

    @Test
    void readsAllPages() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(shift().succeeds());
            scene.codeDeploy.deploymentsPerPage(1);
            for (int i = 0; i < 3; i++) {
                scene.codeDeploy.shift(
                        ShiftScene.APPLICATION,
                        ShiftScene.GROUP,
                        new FakeShift("d-FURTHER0" + i, BEGUN.plusSeconds(10 + i)).succeeds());
            }
            scene.aliasChanges("OrdersAliaslive");

            scene.looks(scene.follower(ShiftScene.TEMPLATE), 1);

            assertThat(scene.told())
                    .extracting(ShiftProgress::deploymentId)
                    .containsExactly("d-ABCDEF123", "d-FURTHER00", "d-FURTHER01", "d-FURTHER02");
        }
    }

    @Test
    void followsTwoFunctionsAtOnce() {
        String second = "orders-prod-AuditDeploymentGroup-1A2B3C";
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(good());
            scene.codeDeploy
                    .group(ShiftScene.APPLICATION, second)
                    .shift(
                            ShiftScene.APPLICATION,
                            second,
                            new FakeShift("d-AUDIT0001", BEGUN)
                                    .moves("audit", "live")
                                    .config("CodeDeployDefault.LambdaLinear10PercentEvery1Minute")
                                    .traffic(null)
                                    .traffic(null)
                                    .succeeds());
            scene.resources.add(new StackResource("AuditDeploymentGroup", second, "AWS::CodeDeploy::DeploymentGroup"));
            scene.aliasChanges("OrdersAliaslive").aliasChanges("AuditAliaslive");
            String template = ShiftScene.TEMPLATE + """
                    Audit:
                      Type: AWS::Serverless::Function
                      Properties:
                        AutoPublishAlias: live
                        DeploymentPreference: {Type: Linear10PercentEvery1Minute}
                    """.indent(2);

            scene.looks(scene.follower(template), 10);

            assertThat(scene.told())
                    .filteredOn(progress -> progress.alias().equals("AuditAliaslive"))
                    .extracting(progress -> progress.percent().orElse(-1))
                    .containsExactly(10, 100);
            assertThat(scene.told())
                    .filteredOn(progress -> progress.alias().equals("OrdersAliaslive"))
                    .hasSize(5);
        }
    }

    @Test
    void asksForSomebodysOwnConfiguration() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(shift().config("Mine").traffic(25.0).traffic(25.0).succeeds());
            scene.codeDeploy.canary("Mine", 25, 7);
            scene.aliasChanges("OrdersAliaslive");

            scene.looks(scene.follower(ShiftScene.TEMPLATE), 1);

            assertThat(scene.told().get(0).percent()).isEqualTo(OptionalInt.of(25));
            assertThat(scene.told().get(0).fullAt())
                    .contains(Instant.parse("2031-05-06T07:08:09Z").plusSeconds(7 * 60));
        }
    }

    @Test
    void aWeightOfOneIsReadAsTheConfigurationLetsExpect() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(shift().config("Mine").traffic(1.0).traffic(1.0));
            scene.codeDeploy.canary("Mine", 1, 7);
            scene.aliasChanges("OrdersAliaslive");

            scene.looks(scene.follower(ShiftScene.TEMPLATE), 1);

            assertThat(scene.told().get(0).percent()).isEqualTo(OptionalInt.of(1));
        }
    }

    @Test
    void goesOnAfterThrottling() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(shift().traffic(0.1).succeeds()).aliasChanges("OrdersAliaslive");
            scene.codeDeploy.throttle("BatchGetDeployments", 4);
            ShiftFollower follower = scene.follower(ShiftScene.TEMPLATE);

            scene.looks(follower, 10);

            assertThat(scene.told()).extracting(ShiftProgress::state).containsExactly(State.RUNNING, State.SUCCEEDED);
            assertThat(scene.events.of(Warning.class)).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void saysOnceThatCodeDeployIsNotThere() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.codeDeploy.refuse("*", 501, "NotImplemented", "The service codedeploy is not implemented");
            scene.aliasChanges("OrdersAliaslive");
            ShiftFollower follower = scene.follower(ShiftScene.TEMPLATE);

            scene.looks(follower, 5);

            assertThat(scene.events.all())
                    .containsExactly(new Note("CodeDeploy cannot be asked here: traffic shifts are not shown"));
            assertThat(follower.causes()).isEmpty();
        }
    }

    @Test
    void doesWithoutTargetsWhereAnEmulatorHasNone() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(shift().waits().traffic(0.1).succeeds()).aliasChanges("OrdersAliaslive");
            scene.codeDeploy.refuse("ListDeploymentTargets", 400, "InvalidAction", "no such action");

            scene.looks(scene.follower(ShiftScene.TEMPLATE), 5);

            assertThat(scene.told())
                    .extracting(ShiftProgress::state)
                    .containsExactly(State.WAITING, State.RUNNING, State.SUCCEEDED);
            assertThat(scene.events.of(Note.class)).hasSize(1);
        }
    }

    @Test
    void namesTheMissingPermission() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(good()).aliasChanges("OrdersAliaslive");
            scene.codeDeploy.refuse(
                    "ListDeployments", 400, "AccessDeniedException", "User: arn:x is not authorized to perform it");

            scene.looks(scene.follower(ShiftScene.TEMPLATE), 5);

            assertThat(scene.events.all()).hasSize(1);
            assertThat(scene.events.of(Warning.class).get(0).problem().suggestion())
                    .isEqualTo("traffic shifts are not shown; the permission codedeploy:ListDeployments is missing");
        }
    }

    @Test
    void goesOnWithoutAlarmsThatMayNotBeRead() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.shifting(good()).aliasChanges("OrdersAliaslive");
            scene.alarms.refuse(403, "AccessDenied", "User: arn:x is not authorized to perform it");

            scene.looks(scene.follower(ShiftScene.TEMPLATE), 8);

            assertThat(scene.told()).hasSize(5).allMatch(progress -> progress.alarms()
                    .isEmpty());
            assertThat(scene.events.of(Warning.class))
                    .extracting(warning -> warning.problem().suggestion())
                    .isEqualTo(
                            List.of(
                                    "alarms of traffic shifts are not shown; the permission cloudwatch:DescribeAlarms is missing"));
        }
    }
}
