package io.github.sammaven.core.deploy.shift;

import static io.github.sammaven.core.deploy.shift.ShiftScene.BEGUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.fake.FakeShift;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.ShiftProgress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class ShiftCausesTest {

    private static final String ID = "d-ABCDEF123";
    private static final String BACK = "d-BACKBACK1";
    private static final String HOOK_LOG = "/aws/lambda/CodeDeployHook_orders";

    private static FakeShift shift() {
        return new FakeShift(ID, BEGUN);
    }

    private static FakeShift back() {
        return new FakeShift(BACK, BEGUN.plusSeconds(90))
                .config("CodeDeployDefault.LambdaAllAtOnce")
                .undoing(ID)
                .traffic(0.5)
                .succeeds();
    }

    private static FakeShift hookFails(String code, String message) {
        return shift().beforeRuns().after(Duration.ofSeconds(2)).beforeFails(code, message, BACK);
    }

    private static List<Problem> causes(ShiftScene scene, FakeShift shift) {
        return causes(scene, shift, ShiftScene.TEMPLATE);
    }

    private static List<Problem> causes(ShiftScene scene, FakeShift shift, String template) {
        scene.shifting(shift).aliasChanges("OrdersAliaslive");
        scene.codeDeploy.shift(ShiftScene.APPLICATION, ShiftScene.GROUP, back());
        ShiftFollower follower = scene.follower(template);
        scene.looks(follower, 8);
        scene.ends(follower, "UPDATE_ROLLBACK_COMPLETE");
        return follower.causes();
    }

    @Test
    void aFailedHookIsExplainedByItsWordsAndItsLog() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.logs.event(HOOK_LOG, BEGUN.minusSeconds(5), "from before");
            for (int i = 1; i <= 25; i++) {
                scene.logs.event(HOOK_LOG, BEGUN.plusSeconds(1), "line " + i + "\n");
            }
            scene.logs.eventsPerPage(10);

            List<Problem> causes = causes(scene, hookFails("ScriptFailed", "The hook said Failed."));

            assertThat(causes).hasSize(1);
            Problem cause = causes.get(0);
            assertThat(cause.mark()).hasToString("template.yaml:11:3");
            assertThat(cause.message()).isEqualTo("the pre-traffic hook OrdersPreTraffic failed: The hook said Failed");
            assertThat(cause.suggestion().lines())
                    .startsWith(
                            "CodeDeploy deployment d-ABCDEF123 of OrdersAliaslive failed;"
                                    + " all traffic is back on the version before.",
                            "The last lines of its log:",
                            "  line 6")
                    .endsWith("  line 25")
                    .hasSize(22);
            assertThat(scene.told()).filteredOn(ShiftProgress::rollback).last().matches(ShiftProgress::isOver);
        }
    }

    @Test
    void aHookThatMayNotAnswerIsToldWhichPermissionItLacks() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.logs.event(
                    HOOK_LOG,
                    BEGUN.plusSeconds(1),
                    "AccessDeniedException: User: arn:x is not authorized to perform:"
                            + " codedeploy:PutLifecycleEventHookExecutionStatus on resource: arn:y");

            assertThat(causes(scene, hookFails("UnknownError", "")).get(0).suggestion())
                    .contains("Its role lacks the permission codedeploy:PutLifecycleEventHookExecutionStatus");
        }
    }

    @Test
    void aHookThatNeverAnsweredIsToldToDoSo() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.logs.event(HOOK_LOG, BEGUN.plusSeconds(1), "all is well");
            FakeShift silent = shift().beforeRuns()
                    .after(Duration.ofHours(1))
                    .beforeFails("ScriptTimedOut", "The hook timed out.", null);

            Problem cause = causes(scene, silent).get(0);

            assertThat(cause.message()).endsWith("failed: The hook timed out");
            assertThat(cause.suggestion())
                    .startsWith("CodeDeploy deployment d-ABCDEF123 of OrdersAliaslive failed.")
                    .contains("It never called PutLifecycleEventHookExecutionStatus")
                    .contains("  all is well");
        }
    }

    @Test
    void aHookThatRanOutOfItsOwnTimeIsGivenMore() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.logs.event(
                    HOOK_LOG, BEGUN.plusSeconds(3), "2026-11-21T10:30:03Z 1b2c Task timed out after 3.00 seconds");

            assertThat(causes(scene, hookFails("ScriptTimedOut", "no word"))
                            .get(0)
                            .suggestion())
                    .contains("It ran into its own Timeout")
                    .doesNotContain("never called");
        }
    }

    @Test
    void aHookThatCodeDeployMayNotCallIsToldItsNameIsTheReason() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.resources.removeIf(resource -> resource.logicalId().equals("OrdersPreTraffic"));
            scene.event("OrdersPreTraffic", "AWS::Lambda::Function", "UPDATE_COMPLETE");

            assertThat(causes(scene, hookFails("UnknownError", "")).get(0).suggestion())
                    .contains("only functions whose name begins with CodeDeployHook_")
                    .endsWith("Its log group /aws/lambda/physical-OrdersPreTraffic has nothing since it was called.");
        }
    }

    @Test
    void aLogThatMayNotBeReadIsNoFailure() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.logs.refuse(400, "AccessDeniedException", "User: arn:x is not authorized to perform it");

            assertThat(causes(scene, hookFails("ScriptFailed", "no")).get(0).suggestion())
                    .endsWith("Its log " + HOOK_LOG
                            + " could not be read: the permission logs:FilterLogEvents is missing.");
        }
    }

    @Test
    void aHookWithItsOwnLogGroupIsReadThere() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.logs.event("hooks", BEGUN.plusSeconds(1), "here");
            String template = ShiftScene.TEMPLATE.replace(
                    "  OrdersPreTraffic:\n    Type: AWS::Serverless::Function\n",
                    "  OrdersPreTraffic:\n    Type: AWS::Serverless::Function\n"
                            + "    Properties: {LoggingConfig: {LogGroup: hooks}}\n");

            assertThat(causes(scene, hookFails("ScriptFailed", "no"), template)
                            .get(0)
                            .suggestion())
                    .endsWith("  here");
        }
    }

    @Test
    void anAlarmIsNamedWithItsReasonAlsoWhenItIsQuietAgain() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.alarms
                    .metric("OrdersErrors", "OK", "", BEGUN)
                    .metric(
                            "OrdersErrors",
                            "ALARM",
                            "Threshold Crossed: 1 datapoint [4.0] was greater than the threshold (0.0).",
                            BEGUN.plusSeconds(70))
                    .metric("OrdersErrors", "OK", "", BEGUN.plusSeconds(100));
            FakeShift stopped = shift().traffic(0.1)
                    .traffic(0.1)
                    .traffic(0.1)
                    .after(Duration.ofSeconds(80))
                    .stops("ALARM_ACTIVE", "One or more alarms have been activated: <OrdersErrors>", BACK);

            List<Problem> causes = causes(scene, stopped);

            assertThat(causes).hasSize(1);
            assertThat(causes.get(0).mark()).hasToString("template.yaml:13:3");
            assertThat(causes.get(0).message())
                    .isEqualTo("alarm OrdersErrors was in ALARM: Threshold Crossed: 1 datapoint [4.0] was greater than"
                            + " the threshold (0.0), since 10:31 UTC");
            assertThat(causes.get(0).suggestion())
                    .isEqualTo("CodeDeploy deployment d-ABCDEF123 of OrdersAliaslive was stopped;"
                            + " all traffic is back on the version before.");
        }
    }

    @Test
    void anAlarmThatNobodySawIsTakenFromTheServicesWords() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.alarms.refuse(403, "AccessDenied", "User: arn:x is not authorized to perform it");

            assertThat(causes(scene, shift().traffic(0.1).stops("ALARM_ACTIVE", "activated: <OrdersErrors>", null)))
                    .extracting(Problem::message)
                    .containsExactly("alarm OrdersErrors was in ALARM");
        }
    }

    @Test
    void aCompositeAlarmCountsToo() {
        try (ShiftScene scene = new ShiftScene()) {
            scene.alarms.composite("OrdersErrors", "ALARM", "two of three", BEGUN);

            assertThat(causes(scene, shift().traffic(0.1).stops("ALARM_ACTIVE", "x", null)))
                    .extracting(Problem::message)
                    .containsExactly("alarm OrdersErrors was in ALARM: two of three, since 10:30 UTC");
        }
    }

    @Test
    void aPersonWhoStoppedItIsTheCause() {
        try (ShiftScene scene = new ShiftScene()) {
            assertThat(causes(scene, shift().traffic(0.1).stops("MANUAL_STOP", "stopped", BACK)))
                    .extracting(Problem::message)
                    .containsExactly("the traffic shift of OrdersAliaslive was stopped by somebody");
        }
    }

    @Test
    void anyOtherEndIsToldInTheServicesWords() {
        try (ShiftScene scene = new ShiftScene()) {
            assertThat(causes(scene, shift().fails("IAM_ROLE_PERMISSIONS", "The role may not do it.")))
                    .extracting(Problem::message)
                    .containsExactly("the traffic shift of OrdersAliaslive failed: The role may not do it");
        }
    }
}
