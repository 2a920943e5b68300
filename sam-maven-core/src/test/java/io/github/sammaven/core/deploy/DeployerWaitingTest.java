package io.github.sammaven.core.deploy;

import static io.github.sammaven.core.deploy.DeployScene.QUEUE_AND_TOPIC;
import static io.github.sammaven.core.deploy.DeployScene.STACK;
import static io.github.sammaven.core.deploy.DeployScene.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.report.StackProgress;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a deployment waits. The SDK's own retries are off here: they would pause for real. */
@ExtendWith(LocalCredentials.class)
class DeployerWaitingTest {

    private static final String CHANGED =
            QUEUE_AND_TOPIC.replace("AWS::SNS::Topic", "AWS::SNS::Topic\n    Properties: {DisplayName: x}");

    private DeployScene scene;

    @BeforeEach
    void open() {
        System.setProperty("aws.maxAttempts", "1");
        scene = new DeployScene();
    }

    @AfterEach
    void close() {
        System.clearProperty("aws.maxAttempts");
        scene.close();
    }

    private List<String> told() {
        return scene.events.of(StackProgress.class).stream()
                .map(progress -> progress.logicalId() + " " + progress.status())
                .toList();
    }

    private static final List<String> CREATION = List.of(
            "orders-prod CREATE_IN_PROGRESS",
            "Orders CREATE_IN_PROGRESS",
            "Orders CREATE_IN_PROGRESS",
            "News CREATE_IN_PROGRESS",
            "News CREATE_IN_PROGRESS",
            "Orders CREATE_COMPLETE",
            "News CREATE_COMPLETE",
            "orders-prod CREATE_COMPLETE");

    @Test
    void asksOftenAtFirstAndEveryFiveSecondsLater() {
        scene.aws.cloudFormation().script(STACK).pollsPerStep(10);

        scene.deploy(request(QUEUE_AND_TOPIC));

        List<Duration> pauses = scene.time.pauses();
        assertThat(pauses.get(0)).isEqualTo(Duration.ofMillis(100));
        assertThat(pauses.subList(1, 4))
                .containsExactly(Duration.ofMillis(100), Duration.ofMillis(150), Duration.ofMillis(225));
        assertThat(pauses).last().isEqualTo(Duration.ofSeconds(5));
        assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofSeconds(5)) <= 0);
    }

    @Test
    void losesNoEventWhenCallsAreThrottledInTheMiddleOfThePages() {
        scene.aws.cloudFormation().eventsPerPage(1);
        scene.aws.throttle("DescribeStackEvents", 3, 4).throttle("DescribeStacks", 2, 2);

        scene.deploy(request(QUEUE_AND_TOPIC));

        assertThat(told()).isEqualTo(CREATION);
        assertThat(scene.events.of(Warning.class))
                .isNotEmpty()
                .allSatisfy(warning -> assertThat(warning.problem().message()).contains("limiting the rate of calls"));
    }

    @Test
    void asksAgainWhenTheServiceStumblesAtTheStart() {
        scene.aws.refuse("ExecuteChangeSet", 500, "InternalFailure", "oops").throttle("DescribeChangeSet", 2);

        assertThat(scene.deploy(request(QUEUE_AND_TOPIC)).status()).isEqualTo("CREATE_COMPLETE");

        assertThat(scene.aws.requests("ExecuteChangeSet"))
                .hasSize(2)
                .extracting(call -> call.get("ClientRequestToken"))
                .containsOnly(scene.aws.requests("ExecuteChangeSet").get(0).get("ClientRequestToken"));
    }

    @Test
    void givesUpWhenTheServiceIsGoneForGood() {
        scene.aws.throttle("DescribeStacks", 1, Integer.MAX_VALUE);

        SamException failed = catchThrowableOfType(SamException.class, () -> scene.deploy(request(QUEUE_AND_TOPIC)));

        assertThat(failed)
                .hasMessageContaining("limiting the rate of calls")
                .hasMessageContaining("the stack orders-prod goes on by itself")
                .hasCauseInstanceOf(TransientServiceException.class);
        assertThat(Duration.between(DeployScene.START, scene.time.instant()))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Test
    void isNotFooledByTheStatusOfTheOperationBefore() {
        scene.deploy(request(QUEUE_AND_TOPIC));
        scene.deploy(request(CHANGED));
        scene.aws.cloudFormation().script(STACK).showsOldStatusFor(8);
        int toldBefore = told().size();

        scene.deploy(request(QUEUE_AND_TOPIC));

        assertThat(told().subList(toldBefore, told().size()))
                .containsExactly(
                        "orders-prod UPDATE_IN_PROGRESS",
                        "News UPDATE_IN_PROGRESS",
                        "News UPDATE_COMPLETE",
                        "orders-prod UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "orders-prod UPDATE_COMPLETE");
    }

    @Test
    void tellsOnlyTheEventsOfThisDeploymentWhenAllHaveTheSameTime() {
        scene.aws.cloudFormation().timeStandsStill().eventsPerPage(3);
        scene.deploy(request(QUEUE_AND_TOPIC));

        scene.deploy(request(CHANGED));

        assertThat(told().subList(CREATION.size(), told().size()))
                .containsExactly(
                        "orders-prod UPDATE_IN_PROGRESS",
                        "News UPDATE_IN_PROGRESS",
                        "News UPDATE_COMPLETE",
                        "orders-prod UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "orders-prod UPDATE_COMPLETE");
    }

    @Test
    void waitsALittleForTheLastEvent() {
        scene.aws.cloudFormation().script(STACK).lastEventLateBy(2);

        scene.deploy(request(QUEUE_AND_TOPIC));

        assertThat(told()).isEqualTo(CREATION);
    }

    @Test
    void endsByTheStatusWhenTheLastEventNeverComes() {
        scene.aws.cloudFormation().script(STACK).lastEventLateBy(Integer.MAX_VALUE);

        assertThat(scene.deploy(request(QUEUE_AND_TOPIC)).status()).isEqualTo("CREATE_COMPLETE");

        assertThat(told()).isEqualTo(CREATION.subList(0, 7));
    }

    @Test
    void leavesTheStackAloneWhenTimeIsUp() {
        scene.aws.cloudFormation().script(STACK).pollsPerStep(1000);

        SamException failed = catchThrowableOfType(
                SamException.class, () -> scene.deploy(request(QUEUE_AND_TOPIC).waitingAtMost(Duration.ofMinutes(2))));

        assertThat(failed)
                .hasMessageContaining("orders-prod: the time to wait is over, but the stack goes on by itself"
                        + " (CREATE_IN_PROGRESS)")
                .hasMessageContaining("aws cloudformation describe-stack-events --stack-name orders-prod");
        assertThat(scene.time.instant()).isEqualTo(DeployScene.START.plus(Duration.ofMinutes(2)));
    }

    @Test
    void saysSoWhenTheChangeSetIsNotReadyInTime() {
        scene.aws.cloudFormation().script(STACK).changeSetReadyAfter(1000);

        SamException failed = catchThrowableOfType(
                SamException.class, () -> scene.deploy(request(QUEUE_AND_TOPIC).waitingAtMost(Duration.ofMinutes(1))));

        assertThat(failed)
                .hasMessageContaining("is still being made: the time to wait is over")
                .hasMessageContaining("nothing was changed");
        assertThat(scene.aws.requests("ExecuteChangeSet")).isEmpty();
    }

    @Test
    void leavesTheStackAloneWhenInterrupted() {
        scene.aws.cloudFormation().script(STACK).pollsPerStep(10);
        Pauser interrupted = duration -> {
            scene.time.pause(duration);
            if (scene.aws.requests("DescribeStackEvents").size() > 5) {
                throw new InterruptedException();
            }
        };

        SamException failed = catchThrowableOfType(
                SamException.class, () -> scene.deployer(interrupted).deploy(request(QUEUE_AND_TOPIC)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failed)
                .hasMessageContaining("orders-prod: interrupted, but the stack goes on by itself (CREATE_IN_PROGRESS)");
        assertThat(scene.aws.cloudFormation().statusOf(STACK)).contains("CREATE_IN_PROGRESS");
    }

    @Test
    void leavesTheStackAloneWhenInterruptedDuringACall() {
        scene.aws.cloudFormation().script(STACK).pollsPerStep(10);
        Pauser interrupting = duration -> {
            scene.time.pause(duration);
            if (scene.aws.requests("DescribeStackEvents").size() > 5) {
                Thread.currentThread().interrupt();
            }
        };

        SamException failed = catchThrowableOfType(
                SamException.class, () -> scene.deployer(interrupting).deploy(request(QUEUE_AND_TOPIC)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failed).hasMessageContaining("orders-prod: interrupted, but the stack goes on by itself");
    }

    @Test
    void changesNothingWhenInterruptedBeforeTheExecution() {
        Pauser interrupted = duration -> {
            throw new InterruptedException();
        };

        SamException failed = catchThrowableOfType(
                SamException.class, () -> scene.deployer(interrupted).deploy(request(QUEUE_AND_TOPIC)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failed)
                .hasMessageContaining("is still being made: interrupted")
                .hasMessageContaining("nothing was changed");
        assertThat(scene.aws.requests("ExecuteChangeSet")).isEmpty();
    }

    @Test
    void saysThatTheStackGoesOnWhenTheCredentialsExpire() {
        scene.aws.refuse("DescribeStackEvents", 2, 403, "ExpiredToken", "The security token is expired");

        SamException failed = catchThrowableOfType(SamException.class, () -> scene.deploy(request(QUEUE_AND_TOPIC)));

        assertThat(failed)
                .hasMessageContaining("the AWS credentials have expired")
                .hasMessageContaining("the stack orders-prod goes on by itself (CREATE_IN_PROGRESS)");
    }

    @Test
    void waitsLessThanASecondWhenTheServiceIsQuick() {
        scene.deploy(request(QUEUE_AND_TOPIC));

        assertThat(scene.time.pauses()).hasSizeLessThan(6);
        assertThat(scene.time.instant()).isBefore(DeployScene.START.plusSeconds(1));
    }
}
