package io.github.sammaven.core.deploy;

import static io.github.sammaven.core.deploy.DeployScene.QUEUE_AND_TOPIC;
import static io.github.sammaven.core.deploy.DeployScene.STACK;
import static io.github.sammaven.core.deploy.DeployScene.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.deploy.DeployResult.Outcome;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A change set that is made by one process and executed by another. */
@ExtendWith(LocalCredentials.class)
class ChangeSetExecutorTest {

    private static final String CHANGED = QUEUE_AND_TOPIC.replace("News", "Messages");

    private final DeployScene scene = new DeployScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private DeployResult execute(String changeSet, Optional<String> stack) {
        return scene.executor()
                .execute(new ChangeSetExecution(
                        changeSet,
                        stack,
                        Optional.empty(),
                        OnFailure.ROLLBACK,
                        Optional.empty(),
                        Duration.ofMinutes(5)));
    }

    private String planned(String template) {
        return scene.deployer().plan(request(template)).changeSet().orElseThrow();
    }

    @Test
    void executesWhatWasPlanned() {
        String arn = planned(QUEUE_AND_TOPIC);
        assertThat(scene.calls()).doesNotContain("ExecuteChangeSet");

        DeployResult result = execute(arn, Optional.empty());

        assertThat(result.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(result.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(result.stackName()).isEqualTo(STACK);
        assertThat(result.outputs()).containsKey("TopicArn");
    }

    @Test
    void findsItByItsNameAndStack() {
        String name = planned(QUEUE_AND_TOPIC).split("/")[1];

        assertThat(execute(name, Optional.of(STACK)).status()).isEqualTo("CREATE_COMPLETE");
        assertThatThrownBy(() -> execute(name, Optional.empty()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("-Dsam.stackName=NAME");
    }

    @Test
    void plansTheSameContentOnlyOnce() {
        assertThat(planned(QUEUE_AND_TOPIC)).isEqualTo(planned(QUEUE_AND_TOPIC));
        assertThat(scene.aws.cloudFormation().changeSetsOf(STACK)).hasSize(1);
    }

    @Test
    void doesNothingWhenItWasExecutedBefore() {
        String arn = planned(QUEUE_AND_TOPIC);
        execute(arn, Optional.empty());

        assertThat(execute(arn, Optional.empty()).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(scene.aws.requests("ExecuteChangeSet")).hasSize(1);
    }

    @Test
    void followsAnExecutionThatRuns() {
        String arn = planned(QUEUE_AND_TOPIC);
        assertThatThrownBy(() -> scene.executor(duration -> {
                            throw new IllegalStateException("killed");
                        })
                        .execute(new ChangeSetExecution(
                                arn,
                                Optional.empty(),
                                Optional.empty(),
                                OnFailure.ROLLBACK,
                                Optional.empty(),
                                Duration.ofMinutes(5))))
                .hasMessage("killed");

        assertThat(execute(arn, Optional.empty()).status()).isEqualTo("CREATE_COMPLETE");
        assertThat(scene.aws.requests("ExecuteChangeSet")).hasSize(1);
    }

    @Test
    void refusesWhatIsOutOfDate() {
        scene.aws.cloudFormation().existing(STACK, "CREATE_COMPLETE", QUEUE_AND_TOPIC, Map.of());
        String arn = planned(CHANGED);
        scene.deploy(request(QUEUE_AND_TOPIC.replace("News", "Others")));

        assertThatThrownBy(() -> execute(arn, Optional.empty()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("is out of date: the stack was changed after it was made")
                .hasMessageContaining("sam:create-change-set");
    }

    @Test
    void refusesAChangeSetOfAnotherStack() {
        String arn = planned(QUEUE_AND_TOPIC);

        assertThatThrownBy(() -> execute(arn, Optional.of("orders-test")))
                .hasMessageContaining("is for the stack orders-prod, not for orders-test");
    }

    @Test
    void saysSoWhenThereIsNone() {
        assertThatThrownBy(() ->
                        execute("arn:aws:cloudformation:eu-central-1:123456789012:changeSet/gone/0", Optional.empty()))
                .hasMessageContaining("there is no change set arn:");
        assertThatThrownBy(() -> execute("gone", Optional.of(STACK)))
                .hasMessageContaining("there is no change set gone of the stack orders-prod");
    }

    @Test
    void handsItOnInAFile(@TempDir Path folder) throws IOException {
        ChangeSetFile file = new ChangeSetFile(folder.resolve("sam/changeset.arn"));
        assertThat(file.read()).isEmpty();

        file.write(scene.deployer().plan(request(QUEUE_AND_TOPIC)));
        execute(file.read().orElseThrow().arn().orElseThrow(), Optional.empty());

        file.write(scene.deployer().plan(request(QUEUE_AND_TOPIC)));
        assertThat(file.read().orElseThrow().arn()).isEmpty();
        assertThat(scene.aws.cloudFormation().changeSetsOf(STACK)).hasSize(1);

        Files.writeString(folder.resolve("sam/changeset.arn"), "hello");
        assertThatThrownBy(file::read).hasMessageContaining("does not hold the ARN of a change set");
    }
}
