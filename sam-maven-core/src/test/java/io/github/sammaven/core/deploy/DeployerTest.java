package io.github.sammaven.core.deploy;

import static io.github.sammaven.core.deploy.DeployScene.QUEUE_AND_TOPIC;
import static io.github.sammaven.core.deploy.DeployScene.STACK;
import static io.github.sammaven.core.deploy.DeployScene.WITH_PARAMETERS;
import static io.github.sammaven.core.deploy.DeployScene.request;
import static io.github.sammaven.core.deploy.DeployScene.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sammaven.core.aws.fake.QueryRequest;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.PropertyChange;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.report.ResourceChange.Action;
import io.github.sammaven.core.report.StackProgress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class DeployerTest {

    private final DeployScene scene = new DeployScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void makesTheStackWhenItDoesNotExist() {
        DeployResult result = scene.deploy(request(QUEUE_AND_TOPIC));

        assertThat(result.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(result.changed()).isTrue();
        assertThat(result.stackId()).startsWith("arn:aws:cloudformation:eu-central-1:123456789012:stack/orders-prod/");
        assertThat(result.region()).isEqualTo("eu-central-1");
        assertThat(result.outputs())
                .containsExactly(entry("QueueName", "orders"), entry("TopicArn", "value-of-TopicArn"));
        assertThat(result.duration()).isPositive().isLessThan(Duration.ofSeconds(1));
        QueryRequest changeSet = scene.aws.requests("CreateChangeSet").get(0);
        assertThat(changeSet.get("ChangeSetType")).contains("CREATE");
        assertThat(changeSet.get("ChangeSetName")).get().asString().matches("sam-maven-[0-9a-f]{20}");
        assertThat(changeSet.get("TemplateBody")).contains(QUEUE_AND_TOPIC);
    }

    @Test
    void showsTheChangesBeforeTheyAreMade() {
        scene.deploy(request(QUEUE_AND_TOPIC));

        ChangeSetReady shown = (ChangeSetReady) scene.events.all().get(0);
        assertThat(shown.stackName()).isEqualTo(STACK);
        assertThat(shown.region()).isEqualTo("eu-central-1");
        assertThat(shown.changeSet()).startsWith("arn:aws:cloudformation:eu-central-1:123456789012:changeSet/");
        assertThat(shown.changes())
                .containsExactly(change("Orders", "AWS::SQS::Queue", 2), change("News", "AWS::SNS::Topic", 4));
    }

    @Test
    void showsAllChangesWhenTheyComeInPages() {
        scene.aws.cloudFormation().changesPerPage(1);

        scene.deploy(request(QUEUE_AND_TOPIC));

        assertThat(scene.events.of(ChangeSetReady.class).get(0).changes())
                .extracting(ResourceChange::logicalId)
                .containsExactly("Orders", "News");
    }

    private static ResourceChange change(String id, String type, int line) {
        SourceMark mark = new SourceMark("template.yaml", line, 3);
        return ResourceChange.of(Action.ADD, id, type).at(mark);
    }

    @Test
    void tellsEachEventOnceOldestFirstWithItsPlace() {
        scene.aws.cloudFormation().eventsPerPage(2);

        scene.deploy(request(QUEUE_AND_TOPIC));

        assertThat(scene.events.of(StackProgress.class))
                .extracting(StackProgress::logicalId, StackProgress::status, progress -> progress.mark()
                        .line())
                .containsExactly(
                        tuple(STACK, "CREATE_IN_PROGRESS", 0),
                        tuple("Orders", "CREATE_IN_PROGRESS", 2),
                        tuple("Orders", "CREATE_IN_PROGRESS", 2),
                        tuple("News", "CREATE_IN_PROGRESS", 4),
                        tuple("News", "CREATE_IN_PROGRESS", 4),
                        tuple("Orders", "CREATE_COMPLETE", 2),
                        tuple("News", "CREATE_COMPLETE", 4),
                        tuple(STACK, "CREATE_COMPLETE", 0));
    }

    @Test
    void changesTheStackWhenItExists() {
        scene.deploy(request(QUEUE_AND_TOPIC));
        String changed =
                QUEUE_AND_TOPIC.replace("AWS::SNS::Topic", "AWS::SNS::Topic\n    Properties: {DisplayName: x}");

        DeployResult result = scene.deploy(request(changed));

        assertThat(result.status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(scene.events.of(ChangeSetReady.class).get(1).changes())
                .extracting(ResourceChange::action, ResourceChange::logicalId, change -> change.properties().stream()
                        .map(PropertyChange::name)
                        .toList())
                .containsExactly(tuple(Action.MODIFY, "News", List.of("Description")));
        assertThat(scene.events.of(StackProgress.class).stream().skip(8))
                .extracting(StackProgress::logicalId, StackProgress::status)
                .containsExactly(
                        tuple(STACK, "UPDATE_IN_PROGRESS"),
                        tuple("News", "UPDATE_IN_PROGRESS"),
                        tuple("News", "UPDATE_COMPLETE"),
                        tuple(STACK, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
                        tuple(STACK, "UPDATE_COMPLETE"));
    }

    @Test
    void succeedsWithoutChangeWhenThereIsNothingToDo() {
        scene.deploy(request(QUEUE_AND_TOPIC));

        DeployResult result = scene.deploy(request(QUEUE_AND_TOPIC));

        assertThat(result.changed()).isFalse();
        assertThat(result.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(result.outputs()).containsKey("QueueName");
        assertThat(scene.aws.requests("ExecuteChangeSet")).hasSize(1);
        assertThat(scene.aws.cloudFormation().changeSetsOf(STACK)).hasSize(1);
    }

    @Test
    void failsWithoutChangeWhenThatIsAskedFor() {
        scene.deploy(request(QUEUE_AND_TOPIC));

        assertThatThrownBy(() -> scene.deploy(request(QUEUE_AND_TOPIC).failingOnEmptyChangeset()))
                .hasMessageContaining("no changes to deploy: the stack orders-prod is up to date")
                .hasMessageContaining("-Dsam.failOnEmptyChangeset=false");
        assertThat(scene.aws.cloudFormation().changeSetsOf(STACK)).hasSize(1);
    }

    @Test
    void sendsGivenParametersAndKeepsTheOthersOfTheStack() {
        scene.deploy(request(WITH_PARAMETERS, Map.of("BucketName", "b", "ObjectKey", "k")));

        scene.deploy(request(WITH_PARAMETERS, Map.of("BucketName", "other", "Stage", "prod")));

        assertThat(scene.aws.requests("CreateChangeSet").get(0).structures("Parameters"))
                .extracting(QueryRequest::parameters)
                .containsExactly(
                        Map.of("ParameterKey", "BucketName", "ParameterValue", "b"),
                        Map.of("ParameterKey", "ObjectKey", "ParameterValue", "k"));
        assertThat(scene.aws.requests("CreateChangeSet").get(1).structures("Parameters"))
                .extracting(QueryRequest::parameters)
                .containsExactly(
                        Map.of("ParameterKey", "BucketName", "ParameterValue", "other"),
                        Map.of("ParameterKey", "ObjectKey", "UsePreviousValue", "true"),
                        Map.of("ParameterKey", "Stage", "ParameterValue", "prod"),
                        Map.of("ParameterKey", "Password", "UsePreviousValue", "true"));
    }

    @Test
    void makesTheStackAfterAChangeSetThatWasNeverExecuted() {
        scene.aws.cloudFormation().existing(STACK, "REVIEW_IN_PROGRESS", QUEUE_AND_TOPIC, Map.of());

        assertThat(scene.deploy(request(QUEUE_AND_TOPIC.replace("orders", "new")))
                        .status())
                .isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void sendsTheAddressWhenTheTemplateIsUploaded() {
        URI url = URI.create("https://acme.s3.eu-central-1.amazonaws.com/abc.template");
        StackTemplate inline = template(QUEUE_AND_TOPIC);
        scene.aws.cloudFormation().templatesFrom(asked -> Optional.of(QUEUE_AND_TOPIC)
                .filter(body -> asked.equals(url)));
        StackTemplate uploaded = new StackTemplate(inline.tree(), inline.body(), Optional.of(body -> url));

        scene.deploy(DeployRequest.of(STACK, uploaded, StackOptions.none()));

        QueryRequest changeSet = scene.aws.requests("CreateChangeSet").get(0);
        assertThat(changeSet.get("TemplateURL")).contains(url.toString());
        assertThat(changeSet.get("TemplateBody")).isEmpty();
    }

    @Test
    void sendsEverythingTheStackIsMadeWith() {
        StackOptions options = new StackOptions(
                Map.of(),
                Map.of("team", "orders"),
                List.of("CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"),
                Optional.of("arn:aws:iam::123456789012:role/deployer"),
                List.of("arn:aws:sns:eu-central-1:123456789012:news"));

        scene.deploy(DeployRequest.of(STACK, template(QUEUE_AND_TOPIC), options).withoutRollback());

        QueryRequest changeSet = scene.aws.requests("CreateChangeSet").get(0);
        assertThat(changeSet.structures("Tags").get(0).parameters())
                .isEqualTo(Map.of("Key", "team", "Value", "orders"));
        assertThat(changeSet.list("Capabilities")).containsExactly("CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND");
        assertThat(changeSet.get("RoleARN")).contains("arn:aws:iam::123456789012:role/deployer");
        assertThat(changeSet.list("NotificationARNs")).containsExactly("arn:aws:sns:eu-central-1:123456789012:news");
        assertThat(scene.aws.requests("ExecuteChangeSet").get(0).get("DisableRollback"))
                .contains("true");
    }
}
