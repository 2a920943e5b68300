package io.github.sammaven.core.deploy;

import static io.github.sammaven.core.deploy.DeployScene.QUEUE_AND_TOPIC;
import static io.github.sammaven.core.deploy.DeployScene.STACK;
import static io.github.sammaven.core.deploy.DeployScene.WITH_PARAMETERS;
import static io.github.sammaven.core.deploy.DeployScene.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationStacks;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.deploy.DeployResult.Outcome;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.report.StackProgress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a run does that finds the traces of another. */
@ExtendWith(LocalCredentials.class)
class DeployerJoinTest {

    private static final String CHANGED = QUEUE_AND_TOPIC.replace("News", "Messages");

    private final DeployScene scene = new DeployScene();

    @AfterEach
    void close() {
        scene.close();
    }

    /** Stands for a process that ends at its first pause after a call of {@code action}. */
    private void killedAfter(String action, DeployRequest request) {
        Pauser pauser = duration -> {
            if (!scene.aws.requests(action).isEmpty()) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(() -> scene.deployer(pauser).deploy(request)).hasMessage("killed");
    }

    private static DeployRequest waiting(DeployRequest request) {
        DeployMode mode = request.mode();
        return request.in(new DeployMode(
                mode.failOnEmptyChangeset(),
                mode.onFailure(),
                mode.express(),
                mode.nestedStacks(),
                mode.mergeTags(),
                mode.imports(),
                Optional.empty(),
                true));
    }

    @Test
    void followsTheOperationThatARunOfTheSameContentHasBegun() {
        killedAfter("ExecuteChangeSet", request(QUEUE_AND_TOPIC));

        DeployResult result = scene.deploy(request(QUEUE_AND_TOPIC));

        assertThat(result.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(result.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(result.outputs()).containsKey("TopicArn");
        assertThat(scene.aws.requests("CreateChangeSet")).hasSize(1);
        assertThat(scene.aws.requests("ExecuteChangeSet")).hasSize(1);
        assertThat(scene.events.of(StackProgress.class))
                .extracting(StackProgress::status)
                .contains("CREATE_COMPLETE");
    }

    @Test
    void followsAnUpdateToItsEnd() {
        scene.aws.cloudFormation().existing(STACK, "CREATE_COMPLETE", QUEUE_AND_TOPIC, Map.of());
        killedAfter("ExecuteChangeSet", request(CHANGED));

        assertThat(scene.deploy(request(CHANGED)).status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(scene.aws.requests("ExecuteChangeSet")).hasSize(1);
    }

    @Test
    void failsAsTheOtherRunWouldHave() {
        scene.aws.cloudFormation().script(STACK).fails("News", "Topic limit exceeded");
        killedAfter("ExecuteChangeSet", request(QUEUE_AND_TOPIC));

        assertThatThrownBy(() -> scene.deploy(request(QUEUE_AND_TOPIC)))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("News CREATE_FAILED: Topic limit exceeded")
                .hasMessageContaining("ROLLBACK_COMPLETE");
        assertThat(scene.aws.requests("ExecuteChangeSet")).hasSize(1);
    }

    @Test
    void takesUpTheChangeSetThatWasNotExecuted() {
        killedAfter("CreateChangeSet", request(QUEUE_AND_TOPIC));

        DeployResult result = scene.deploy(request(QUEUE_AND_TOPIC));

        assertThat(result.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(scene.events.of(Note.class)).extracting(Note::text).anyMatch(text -> text.contains("is taken up"));
        assertThat(scene.aws.requests("ExecuteChangeSet")).hasSize(1);
        assertThat(scene.aws.requests("DeleteChangeSet")).isEmpty();
    }

    @Test
    void makesAnotherChangeSetWhenTheOneThatIsThereIsObsolete() {
        scene.aws.cloudFormation().existing(STACK, "CREATE_COMPLETE", QUEUE_AND_TOPIC, Map.of());
        killedAfter("CreateChangeSet", request(CHANGED));
        scene.deploy(request(QUEUE_AND_TOPIC.replace("News", "Others")));

        DeployResult result = scene.deploy(request(CHANGED));

        assertThat(result.status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(scene.aws.cloudFormation().templateOf(STACK)).hasValue(CHANGED);
        assertThat(scene.aws.requests("DeleteChangeSet")).hasSize(1);
    }

    @Test
    void doesNotJoinAnOperationOfOtherContent() {
        killedAfter("ExecuteChangeSet", request(QUEUE_AND_TOPIC));

        assertThatThrownBy(() -> scene.deploy(request(CHANGED)))
                .hasMessageContaining("another operation is running on it")
                .hasMessageContaining("-Dsam.waitForRunning=true");
    }

    @Test
    void waitsForAnOperationOfOtherContentWhenAskedTo() {
        killedAfter("ExecuteChangeSet", request(QUEUE_AND_TOPIC));

        DeployResult result = scene.deploy(waiting(request(CHANGED)));

        assertThat(result.status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(scene.aws.cloudFormation().templateOf(STACK)).hasValue(CHANGED);
    }

    @Test
    void createsTheStackOnceAnotherHasDeletedIt() {
        scene.aws.cloudFormation().existing(STACK, "CREATE_COMPLETE", QUEUE_AND_TOPIC, Map.of());
        try (AwsClients clients = new AwsClients(scene.aws.settings())) {
            new CloudFormationStacks(clients).deleteStack(STACK);
        }

        assertThat(scene.deploy(waiting(request(QUEUE_AND_TOPIC))).status()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void deploysAgainAfterJoiningWhenASecretMayBeAnother() {
        Map<String, String> before = Map.of("BucketName", "b", "ObjectKey", "k", "Password", "long-enough-1");
        Map<String, String> after = Map.of("BucketName", "b", "ObjectKey", "k", "Password", "long-enough-2");
        killedAfter("ExecuteChangeSet", request(WITH_PARAMETERS, before));

        DeployResult result = scene.deploy(request(WITH_PARAMETERS, after));

        assertThat(result.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(scene.aws.requests("CreateChangeSet")).hasSize(2);
        assertThat(scene.aws.requests("CreateChangeSet").get(0).get("ChangeSetName"))
                .isEqualTo(scene.aws.requests("CreateChangeSet").get(1).get("ChangeSetName"));
    }

    @Test
    void followsWhenAnotherProcessWasQuickerToExecute() {
        DeployResult second = scene.deployer()
                .admittedBy(changes -> {
                    killedAfter("ExecuteChangeSet", request(QUEUE_AND_TOPIC));
                    return true;
                })
                .deploy(request(QUEUE_AND_TOPIC));

        assertThat(second.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(scene.aws.requests("CreateChangeSet")).hasSize(2);
        assertThat(scene.aws.cloudFormation().changeSetsOf(STACK)).hasSize(1);
    }
}
