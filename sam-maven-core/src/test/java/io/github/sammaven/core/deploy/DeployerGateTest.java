package io.github.sammaven.core.deploy;

import static io.github.sammaven.core.deploy.DeployScene.QUEUE_AND_TOPIC;
import static io.github.sammaven.core.deploy.DeployScene.STACK;
import static io.github.sammaven.core.deploy.DeployScene.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.deploy.DeployResult.Outcome;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.ChangeSetReady;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether a change set is executed. */
@ExtendWith(LocalCredentials.class)
class DeployerGateTest {

    private final DeployScene scene = new DeployScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void leavesNoTraceOfANewStackThatIsDeclined() {
        DeployResult result = scene.deployer().admittedBy(changes -> false).deploy(request(QUEUE_AND_TOPIC));

        assertThat(result.outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(result.changed()).isFalse();
        assertThat(result.stackId()).isEmpty();
        assertThat(scene.aws.cloudFormation().statusOf(STACK)).isEmpty();
        assertThat(scene.calls()).doesNotContain("ExecuteChangeSet");
    }

    @Test
    void keepsTheStackAsItWasWhenAChangeIsDeclined() {
        scene.aws.cloudFormation().existing(STACK, "CREATE_COMPLETE", QUEUE_AND_TOPIC, Map.of());

        DeployResult result = scene.deployer()
                .admittedBy(changes -> true)
                .admittedBy(changes -> false)
                .deploy(request(QUEUE_AND_TOPIC.replace("News", "Messages")));

        assertThat(result.outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(result.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(scene.aws.cloudFormation().changeSetsOf(STACK)).isEmpty();
        assertThat(scene.aws.cloudFormation().templateOf(STACK)).hasValue(QUEUE_AND_TOPIC);
    }

    @Test
    void cleansUpBeforeAGateFails() {
        ChangeGate gate = changes -> {
            throw new SamException("the table Orders would be lost", "", null);
        };

        assertThatThrownBy(() -> scene.deployer().admittedBy(gate).deploy(request(QUEUE_AND_TOPIC)))
                .hasMessageContaining("the table Orders would be lost");
        assertThat(scene.aws.cloudFormation().statusOf(STACK)).isEmpty();
    }

    @Test
    void asksTheGateAfterTheChangesWereTold() {
        DeployResult result = scene.deployer()
                .admittedBy(changes -> scene.events.of(ChangeSetReady.class).equals(List.of(changes)))
                .deploy(request(QUEUE_AND_TOPIC));

        assertThat(result.outcome()).isEqualTo(Outcome.CHANGED);
    }
}
