package io.github.sammaven.core.deploy;

import static io.github.sammaven.core.deploy.DeployScene.QUEUE_AND_TOPIC;
import static io.github.sammaven.core.deploy.DeployScene.STACK;
import static io.github.sammaven.core.deploy.DeployScene.request;
import static io.github.sammaven.core.deploy.DeployScene.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.ResourceToImport;
import io.github.sammaven.core.aws.fake.QueryRequest;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Warning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a deployment is done. */
@ExtendWith(LocalCredentials.class)
class DeployerModeTest {

    private static final String NESTED = QUEUE_AND_TOPIC.replace("Outputs:", """
              Inner:
                Type: AWS::CloudFormation::Stack
                Properties:
                  TemplateURL: https://acme.s3.amazonaws.com/inner.template
            Outputs:""");

    private static final String KEPT = """
            Resources:
              Orders:
                Type: AWS::SQS::Queue
                DeletionPolicy: Retain
            """;

    private final DeployScene scene = new DeployScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private static DeployMode mode(OnFailure onFailure, boolean express) {
        return new DeployMode(false, onFailure, express, true, false, List.of(), Optional.empty(), false);
    }

    private static DeployMode importing(ResourceToImport... resources) {
        return new DeployMode(
                false, OnFailure.ROLLBACK, false, true, false, List.of(resources), Optional.empty(), false);
    }

    private static DeployMode protecting(boolean wanted) {
        return new DeployMode(false, OnFailure.ROLLBACK, false, true, false, List.of(), Optional.of(wanted), false);
    }

    private QueryRequest sent(String action) {
        List<QueryRequest> all = scene.aws.requests(action);
        return all.get(all.size() - 1);
    }

    private void failing() {
        scene.aws.cloudFormation().script(STACK).fails("News", "Topic limit exceeded");
    }

    @Test
    void letsTheServiceDeleteWhatCouldNotBeCreated() {
        failing();

        assertThatThrownBy(() -> scene.deploy(request(QUEUE_AND_TOPIC).in(mode(OnFailure.DELETE, false))))
                .hasMessageContaining("News CREATE_FAILED: Topic limit exceeded")
                .hasMessageContaining("The stack was deleted.");
        assertThat(sent("CreateChangeSet").get("OnStackFailure")).hasValue("DELETE");
        assertThat(sent("ExecuteChangeSet").get("DisableRollback")).isEmpty();
        assertThat(scene.aws.requests("DeleteStack")).isEmpty();
    }

    @Test
    void deletesItselfWhereTheServiceDoesNot() {
        scene.aws.cloudFormation().script(STACK).ignoresOnStackFailure();
        failing();

        assertThatThrownBy(() -> scene.deploy(request(QUEUE_AND_TOPIC).in(mode(OnFailure.DELETE, false))))
                .hasMessageContaining("Topic limit exceeded")
                .hasMessageContaining("The stack was deleted.");
        assertThat(scene.aws.cloudFormation().statusOf(STACK)).isEmpty();
    }

    @Test
    void keepsAStackThatWasInUseWhenItsUpdateFails() {
        scene.aws.cloudFormation().existing(STACK, "CREATE_COMPLETE", QUEUE_AND_TOPIC, Map.of());
        scene.aws.cloudFormation().script(STACK).fails("Messages", "Topic limit exceeded");

        assertThatThrownBy(() -> scene.deploy(
                        request(QUEUE_AND_TOPIC.replace("News", "Messages")).in(mode(OnFailure.DELETE, false))))
                .hasMessageContaining("Nothing of the update remains.");
        assertThat(sent("CreateChangeSet").get("OnStackFailure")).isEmpty();
        assertThat(scene.aws.cloudFormation().statusOf(STACK)).hasValue("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void leavesResourcesAsTheyAreWhenNothingIsToBeDone() {
        failing();

        assertThatThrownBy(() -> scene.deploy(request(QUEUE_AND_TOPIC).in(mode(OnFailure.DO_NOTHING, false))))
                .hasMessageContaining("CREATE_FAILED");
        assertThat(sent("ExecuteChangeSet").get("DisableRollback")).hasValue("true");
        assertThat(scene.aws.cloudFormation().statusOf(STACK)).hasValue("CREATE_FAILED");
    }

    @Test
    void refusesOptionsThatContradictEachOther() {
        assertThat(OnFailure.of(Optional.of("do_nothing"), true)).isEqualTo(OnFailure.DO_NOTHING);
        assertThat(OnFailure.of(Optional.empty(), false)).isEqualTo(OnFailure.ROLLBACK);
        assertThatThrownBy(() -> OnFailure.of(Optional.of("DELETE"), true))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("disableRollback keeps what failed, and onFailure=DELETE says something else");
        assertThatThrownBy(() -> OnFailure.of(Optional.of("RETRY"), false))
                .hasMessageContaining("onFailure is ROLLBACK, DELETE or DO_NOTHING, not 'RETRY'");
    }

    @Test
    void asksForExpressModeOnlyWhenToldTo() {
        scene.deploy(request(QUEUE_AND_TOPIC).in(mode(OnFailure.DO_NOTHING, true)));

        assertThat(sent("CreateChangeSet").get("DeploymentConfig.Mode")).hasValue("EXPRESS");
        assertThat(sent("CreateChangeSet").get("DeploymentConfig.DisableRollback"))
                .hasValue("true");
        assertThat(sent("ExecuteChangeSet").get("DisableRollback")).isEmpty();

        scene.deploy(request(QUEUE_AND_TOPIC.replace("News", "Messages")));
        assertThat(sent("CreateChangeSet").get("DeploymentConfig.Mode")).isEmpty();
    }

    @Test
    void includesNestedStacksWhereThereMayBeAny() {
        scene.deploy(request(NESTED));
        assertThat(sent("CreateChangeSet").get("IncludeNestedStacks")).hasValue("true");

        scene.deploy(request(QUEUE_AND_TOPIC));
        assertThat(sent("CreateChangeSet").get("IncludeNestedStacks")).isEmpty();
    }

    @Test
    void doesWithoutNestedStacksWhereTheServiceRefusesThem() {
        scene.aws.cloudFormation().existing(STACK, "CREATE_COMPLETE", QUEUE_AND_TOPIC, Map.of());
        scene.aws.cloudFormation().script(STACK).refusesNestedStacks();

        assertThat(scene.deploy(request(NESTED)).status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(scene.events.of(Note.class)).singleElement().satisfies(note -> assertThat(note.text())
                .contains("does not look into nested stacks"));
    }

    @Test
    void importsWhatExists() {
        scene.aws.cloudFormation().existing(STACK, "CREATE_COMPLETE", KEPT.replace("Orders", "Others"), Map.of());

        String both = KEPT + KEPT.replace("Resources:\n", "").replace("Orders", "Others");
        DeployResult result = scene.deploy(request(both)
                .in(importing(
                        new ResourceToImport("Orders", "AWS::SQS::Queue", Map.of("QueueUrl", "https://sqs/orders")))));

        assertThat(result.status()).isEqualTo("IMPORT_COMPLETE");
        assertThat(sent("CreateChangeSet").get("ChangeSetType")).hasValue("IMPORT");
    }

    @Test
    void refusesAnImportThatCannotWorkBeforeTheFirstCall() {
        ResourceToImport unknown = new ResourceToImport("Order", "AWS::SQS::Queue", Map.of("QueueUrl", "u"));
        ResourceToImport unkept = new ResourceToImport("News", "AWS::SNS::Topic", Map.of("TopicArn", "a"));

        assertThatThrownBy(() -> scene.deploy(request(QUEUE_AND_TOPIC).in(importing(unknown, unkept))))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("'Order' is to be imported, but the template has no such resource")
                .hasMessageContaining("Did you mean 'Orders'?")
                .hasMessageContaining("News has no DeletionPolicy");
        assertThat(scene.calls()).isEmpty();
    }

    @Test
    void replacesAllTagsUnlessTheyAreMerged() {
        StackOptions options =
                new StackOptions(Map.of(), Map.of("stage", "prod"), List.of(), Optional.empty(), List.of());
        scene.aws
                .cloudFormation()
                .existing(STACK, "CREATE_COMPLETE", QUEUE_AND_TOPIC, Map.of())
                .tagged(STACK, Map.of("team", "blue", "stage", "dev", "aws:owner", "service"));
        DeployMode merging =
                new DeployMode(false, OnFailure.ROLLBACK, false, true, true, List.of(), Optional.empty(), false);

        scene.deploy(DeployRequest.of(STACK, template(QUEUE_AND_TOPIC), options).in(merging));
        assertThat(scene.aws.cloudFormation().tagsOf(STACK)).isEqualTo(Map.of("team", "blue", "stage", "prod"));

        scene.deploy(DeployRequest.of(STACK, template(QUEUE_AND_TOPIC), options));
        assertThat(scene.aws.cloudFormation().tagsOf(STACK)).isEqualTo(Map.of("stage", "prod"));
    }

    @Test
    void protectsTheStackOnceItStands() {
        scene.deploy(request(QUEUE_AND_TOPIC).in(protecting(true)));
        scene.deploy(request(QUEUE_AND_TOPIC).in(protecting(true)));
        assertThat(scene.aws.requests("UpdateTerminationProtection")).hasSize(1);

        scene.deploy(request(QUEUE_AND_TOPIC).in(protecting(false)));
        assertThat(scene.aws.requests("UpdateTerminationProtection")).hasSize(2);
    }

    @Test
    void succeedsWithAWarningWhereTheStackCannotBeProtected() {
        scene.aws.refuse("UpdateTerminationProtection", 400, "ValidationError", "Not for this stack");

        assertThat(scene.deploy(request(QUEUE_AND_TOPIC).in(protecting(true))).status())
                .isEqualTo("CREATE_COMPLETE");
        assertThat(scene.events.of(Warning.class)).singleElement().satisfies(warning -> assertThat(
                        warning.problem().message())
                .contains("the termination protection cannot be set: Not for this stack"));
    }

    @Test
    void takesEveryWordingForAnEmptyChangeSet() {
        scene.aws.cloudFormation().existing(STACK, "CREATE_COMPLETE", QUEUE_AND_TOPIC, Map.of());
        for (String reason : List.of(
                "The submitted information didn't contain changes. Submit different information to create a change set.",
                "No updates are to be performed.",
                "There are no changes to be made to the stack")) {
            scene.aws.cloudFormation().script(STACK).changeSetFails(reason);

            assertThat(scene.deploy(request(QUEUE_AND_TOPIC.replace("News", "Messages")))
                            .outcome())
                    .isEqualTo(DeployResult.Outcome.UNCHANGED);
        }
    }
}
