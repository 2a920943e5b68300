package io.github.sammaven.core.deploy;

import static io.github.sammaven.core.deploy.DeployScene.QUEUE_AND_TOPIC;
import static io.github.sammaven.core.deploy.DeployScene.STACK;
import static io.github.sammaven.core.deploy.DeployScene.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stacks that are stuck after a failure. */
@ExtendWith(LocalCredentials.class)
class DeployerRecoveryTest {

    private final DeployScene scene = new DeployScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private DeployResult recover(DeployRequest request) {
        return scene.deployer().recoveringWith(RecoveryConsent.granted()).deploy(request);
    }

    private void stack(String status) {
        scene.aws.cloudFormation().existing(STACK, status, QUEUE_AND_TOPIC, Map.of());
    }

    private List<String> notes() {
        return scene.events.of(Note.class).stream().map(Note::text).toList();
    }

    @Test
    void createsAnewWhatWasRolledBack() {
        stack("ROLLBACK_COMPLETE");

        assertThat(recover(request(QUEUE_AND_TOPIC)).status()).isEqualTo("CREATE_COMPLETE");
        assertThat(notes())
                .contains("The stack orders-prod is in ROLLBACK_COMPLETE: it was never in use, it holds nothing."
                        + " It is deleted and created anew");
        assertThat(scene.aws.requests("CreateChangeSet").get(0).get("ChangeSetType"))
                .hasValue("CREATE");
    }

    @Test
    void saysWhatIsLeftOfAStackThatCouldNotBeRolledBack() {
        scene.aws
                .cloudFormation()
                .script(STACK)
                .fails("News", "Topic limit exceeded")
                .rollbackFails("Orders", "Access denied");
        assertThatThrownBy(() -> scene.deploy(request(QUEUE_AND_TOPIC))).hasMessageContaining("ROLLBACK_FAILED");

        assertThat(recover(request(QUEUE_AND_TOPIC)).status()).isEqualTo("CREATE_COMPLETE");
        assertThat(notes()).anyMatch(text -> text.contains("only these are left of it: Orders (AWS::SQS::Queue)"));
    }

    @Test
    void deletesAgainWhatWasNeverInUse() {
        stack("DELETE_FAILED");

        assertThat(recover(request(QUEUE_AND_TOPIC)).status()).isEqualTo("CREATE_COMPLETE");
        assertThat(scene.aws.requests("DeleteStack")).hasSize(1);
    }

    @Test
    void leavesAStackAloneThatWasInUse() {
        scene.deploy(request(QUEUE_AND_TOPIC));
        scene.aws.cloudFormation().moveTo(STACK, "DELETE_FAILED");

        assertThatThrownBy(() -> recover(request(QUEUE_AND_TOPIC)))
                .hasMessageContaining("the stack orders-prod is in DELETE_FAILED")
                .hasMessageNotContaining("sam.recover");
        assertThat(scene.aws.requests("DeleteStack")).isEmpty();
    }

    @Test
    void continuesTheRollbackOfAnUpdate() {
        stack("UPDATE_ROLLBACK_FAILED");

        assertThat(recover(request(QUEUE_AND_TOPIC.replace("News", "Messages"))).status())
                .isEqualTo("UPDATE_COMPLETE");
        assertThat(scene.calls()).containsSubsequence("ContinueUpdateRollback", "CreateChangeSet");
    }

    @Test
    void givesUpWhenTheRollbackFailsAgain() {
        stack("UPDATE_ROLLBACK_FAILED");
        scene.aws.cloudFormation().script(STACK).rollbackFails("Orders", "Access denied");

        assertThatThrownBy(() -> recover(request(QUEUE_AND_TOPIC)))
                .hasMessageContaining("UPDATE_ROLLBACK_FAILED")
                .hasMessageContaining("It failed again");
        assertThat(scene.aws.requests("CreateChangeSet")).isEmpty();
    }

    @Test
    void namesTheOptionWhereNobodyCanBeAsked() {
        stack("ROLLBACK_FAILED");

        assertThatThrownBy(() -> scene.deployer()
                        .recoveringWith(RecoveryConsent.of(Prompt.NOBODY))
                        .deploy(request(QUEUE_AND_TOPIC)))
                .hasMessageContaining("-Dsam.recover=true");
        assertThat(scene.calls()).containsExactly("DescribeStacks");
    }

    @Test
    void asksBeforeAnythingIsDeleted() {
        stack("ROLLBACK_COMPLETE");
        List<String> questions = new ArrayList<>();

        assertThatThrownBy(() -> scene.deployer()
                        .recoveringWith(question -> !questions.add(question))
                        .deploy(request(QUEUE_AND_TOPIC)))
                .hasMessageContaining("ROLLBACK_COMPLETE");
        assertThat(questions)
                .containsExactly("The stack orders-prod is in ROLLBACK_COMPLETE: it was never in use, it holds nothing."
                        + " Delete it and create it anew?");
        assertThat(scene.calls()).containsExactly("DescribeStacks");
    }
}
