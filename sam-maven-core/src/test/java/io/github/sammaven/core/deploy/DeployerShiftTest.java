package io.github.sammaven.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.StackResource;
import io.github.sammaven.core.aws.fake.FakeAlarms;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeCodeDeploy;
import io.github.sammaven.core.aws.fake.FakeHookLogs;
import io.github.sammaven.core.aws.fake.FakeShift;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationDirectStacks;
import io.github.sammaven.core.aws.sdk.CloudWatchAlarms;
import io.github.sammaven.core.aws.sdk.CloudWatchHookLogs;
import io.github.sammaven.core.aws.sdk.CodeDeployTrafficShifts;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.deploy.shift.ShiftFollower;
import io.github.sammaven.core.deploy.shift.ShiftPlan;
import io.github.sammaven.core.deploy.shift.ShiftServices;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.ShiftProgress;
import io.github.sammaven.core.report.ShiftProgress.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deployment with a traffic shift, from the change set to the verdict. */
@ExtendWith(LocalCredentials.class)
class DeployerShiftTest {

    /** Later than everything the scripted CloudFormation does. */
    private static final Instant SHIFTED = Instant.parse("2040-01-01T00:00:00Z");

    private static final String TEMPLATE = """
            Resources:
              OrdersAliaslive:
                Type: AWS::Lambda::Alias
                Properties:
                  FunctionName: orders
                  FunctionVersion: "VERSION"
                  Name: live
                UpdatePolicy:
                  CodeDeployLambdaAliasUpdate:
                    ApplicationName: !Ref ServerlessDeploymentApplication
                    DeploymentGroupName: !Ref OrdersDeploymentGroup
              ServerlessDeploymentApplication:
                Type: AWS::CodeDeploy::Application
              OrdersDeploymentGroup:
                Type: AWS::CodeDeploy::DeploymentGroup
                Properties:
                  DeploymentConfigName: CodeDeployDefault.LambdaLinear10PercentEvery1Minute
            """;

    private final DeployScene scene = new DeployScene();
    private final FakeCodeDeploy codeDeploy = new FakeCodeDeploy();
    private final FakeAlarms alarms = new FakeAlarms();
    private final AwsClients clients = new AwsClients(scene.aws.settings());

    @AfterEach
    void close() {
        clients.close();
        scene.close();
    }

    private static String version(String number) {
        return TEMPLATE.replace("VERSION", number);
    }

    private ShiftFollower follower(FakeShift... shifts) {
        scene.aws.with("codedeploy", codeDeploy).with("monitoring", alarms).with("logs", new FakeHookLogs());
        scene.aws.cloudFormation().existing(DeployScene.STACK, "UPDATE_COMPLETE", version("3"), Map.of());
        CloudFormationDirectStacks stacks = new CloudFormationDirectStacks(clients);
        String application = physical(stacks, "AWS::CodeDeploy::Application");
        String group = physical(stacks, "AWS::CodeDeploy::DeploymentGroup");
        codeDeploy.group(application, group, "OrdersErrors");
        for (FakeShift shift : shifts) {
            codeDeploy.shift(application, group, shift);
        }
        scene.aws.cloudFormation().script(DeployScene.STACK).pollsPerStep(20);
        return new ShiftFollower(
                ShiftPlan.of(DeployScene.template(version("4")).tree(), Map.of(), FakeAws.REGION),
                new ShiftServices(
                        new CodeDeployTrafficShifts(clients),
                        new CloudWatchAlarms(clients),
                        new CloudWatchHookLogs(clients),
                        stacks::resources),
                scene.events,
                scene.time);
    }

    private static String physical(CloudFormationDirectStacks stacks, String type) {
        return stacks.resources(DeployScene.STACK).stream()
                .filter(resource -> resource.type().equals(type))
                .map(StackResource::physicalId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void followsTheTrafficToItsEnd() {
        alarms.metric("OrdersErrors", "OK", "", SHIFTED);
        FakeShift shift = new FakeShift("d-ABCDEF123", SHIFTED)
                .config("CodeDeployDefault.LambdaLinear10PercentEvery1Minute")
                .waits()
                .traffic(0.1)
                .traffic(0.2)
                .traffic(0.3)
                .after(Duration.ofMinutes(9))
                .succeeds();

        DeployResult result = scene.deployer().watchedBy(follower(shift)).deploy(DeployScene.request(version("4")));

        assertThat(result.status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(scene.events.of(ShiftProgress.class))
                .extracting(progress -> progress.percent().orElse(-1))
                .containsExactly(-1, 10, 20, 30, 100);
        assertThat(codeDeploy.calls()).filteredOn("ListDeployments"::equals).hasSize(1);
    }

    @Test
    void explainsARollbackByTheAlarm() {
        alarms.metric("OrdersErrors", "ALARM", "Threshold Crossed", SHIFTED.plusSeconds(60));
        FakeShift shift = new FakeShift("d-ABCDEF123", SHIFTED)
                .traffic(0.1)
                .stops("ALARM_ACTIVE", "One or more alarms", "d-BACKBACK1");
        FakeShift back = new FakeShift("d-BACKBACK1", SHIFTED.plusSeconds(61))
                .undoing("d-ABCDEF123")
                .traffic(0.9)
                .succeeds();
        ShiftFollower follower = follower(shift, back);
        scene.aws.cloudFormation().script(DeployScene.STACK).fails("OrdersAliaslive", "Rollback successful");

        assertThatThrownBy(() -> scene.deployer().watchedBy(follower).deploy(DeployScene.request(version("4"))))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("alarm OrdersErrors was in ALARM: Threshold Crossed, since 00:01 UTC");

        assertThat(follower.causes())
                .extracting(Problem::message)
                .containsExactly("alarm OrdersErrors was in ALARM: Threshold Crossed, since 00:01 UTC");
        assertThat(scene.events.of(ShiftProgress.class))
                .last()
                .returns(true, ShiftProgress::rollback)
                .returns(State.SUCCEEDED, ShiftProgress::state);
    }

    @Test
    void deploysWithoutAWordFromCodeDeployWhenItIsAbsent() {
        ShiftFollower follower = follower();
        codeDeploy.refuse("*", 501, "NotImplemented", "not implemented");

        assertThat(scene.deployer()
                        .watchedBy(follower)
                        .deploy(DeployScene.request(version("4")))
                        .status())
                .isEqualTo("UPDATE_COMPLETE");
        assertThat(scene.events.of(ShiftProgress.class)).isEmpty();
    }

    @Test
    void asksNothingWhenTheTemplateHasNoGroup() {
        scene.aws.with("codedeploy", codeDeploy);
        ShiftFollower follower = new ShiftFollower(
                ShiftPlan.of(DeployScene.template(DeployScene.QUEUE_AND_TOPIC).tree(), Map.of(), FakeAws.REGION),
                new ShiftServices(
                        new CodeDeployTrafficShifts(clients),
                        new CloudWatchAlarms(clients),
                        new CloudWatchHookLogs(clients),
                        new CloudFormationDirectStacks(clients)::resources),
                scene.events,
                scene.time);

        scene.deployer().watchedBy(follower).deploy(DeployScene.request(DeployScene.QUEUE_AND_TOPIC));

        assertThat(scene.aws.serviceRequests()).isEmpty();
        assertThat(scene.calls()).doesNotContain("ListStackResources");
    }
}
