package io.github.sammaven.core.operate.remove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.StackDeletionMode;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.operate.remove.RemoveResult.Outcome;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.CannedAnswers;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Prompt;
import io.github.sammaven.core.report.StackProgress;
import io.github.sammaven.core.report.Warning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalCredentials.class)
class StackRemoverTest {

    private static final String STACK = RemoveScene.STACK;
    private static final String BUCKET = RemoveScene.BUCKET;
    private static final String CODE = RemoveScene.CODE;
    private static final String NEIGHBOUR = "orders/" + CODE + "0";

    @TempDir
    private Path folder;

    private RemoveScene scene;

    @BeforeEach
    void open() {
        scene = new RemoveScene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private List<String> keys() {
        return scene.s3.versions(BUCKET).stream()
                .map(version -> version.replaceFirst("@.*", ""))
                .distinct()
                .toList();
    }

    @Test
    void stackGoesBeforeItsArtifactsWithAllOfTheirVersions() {
        scene.deployed();
        List<Optional<String>> statusWhenDeleting = new ArrayList<>();
        scene.s3.beforeDeletion(
                () -> statusWhenDeleting.add(scene.aws.cloudFormation().statusOf(STACK)));

        RemoveResult result = scene.remove();

        assertThat(result.outcome()).isEqualTo(Outcome.DELETED);
        assertThat(result.objects()).isEqualTo(2);
        assertThat(statusWhenDeleting).containsExactly(Optional.empty());
        assertThat(keys()).containsExactly(NEIGHBOUR);
        assertThat(scene.list()).doesNotExist();
        assertThat(scene.notes())
                .contains(
                        "Deleting the stack orders (CREATE_COMPLETE) with 3 resources, then 2 objects",
                        "  with what it holds: Orders  AWS::DynamoDB::Table  Orders");
    }

    @Test
    void nothingElseIsTouchedWhenTheStackCannotBeDeleted() {
        scene.deployed();
        List<String> before = scene.s3.versions(BUCKET);
        scene.aws.cloudFormation().script(STACK).deletionFails("Orders", "Table is in use by another operation");

        assertThatThrownBy(() -> scene.remove())
                .isInstanceOfSatisfying(SamException.class, failure -> assertThat(failure.problems())
                        .extracting(problem -> problem.message())
                        .containsExactly(
                                "Orders (AWS::DynamoDB::Table) cannot be deleted: Table is in use by another operation",
                                "the stack orders is in DELETE_FAILED, and none of its artifacts was touched"));

        assertThat(scene.s3.versions(BUCKET)).isEqualTo(before);
        assertThat(scene.s3.deletions()).isEmpty();
        assertThat(scene.ecr.calls()).isEmpty();

        scene.aws.cloudFormation().script(STACK).deletionFails("Orders", "");
        assertThat(scene.remove().objects()).isEqualTo(2);
    }

    @Test
    void rerunFinishesWhenTheFirstWasKilledAfterTheStackHadGone() {
        scene.deployed();
        EventSink killed = event -> {
            if (event instanceof StackProgress progress
                    && progress.logicalId().equals(STACK)
                    && progress.status().equals("DELETE_COMPLETE")) {
                throw new KilledError();
            }
        };

        assertThatThrownBy(() -> scene.remover(killed, Prompt.NOBODY).remove(scene.request()))
                .isInstanceOf(KilledError.class);
        assertThat(scene.aws.cloudFormation().statusOf(STACK)).isEmpty();
        assertThat(scene.s3.deletions()).isEmpty();

        RemoveResult rerun = scene.remove();

        assertThat(rerun.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(rerun.objects()).isEqualTo(2);
        assertThat(keys()).containsExactly(NEIGHBOUR);
        assertThat(scene.list()).doesNotExist();
    }

    private static final class KilledError extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void listSurvivesUntilEverythingIsDeleted() {
        scene.deployed();
        scene.s3.refuse("orders/" + CODE, "Access Denied");

        assertThatThrownBy(() -> scene.remove())
                .hasMessageContaining(
                        "s3://artifacts/orders/" + CODE + " cannot be deleted: Access Denied (AccessDenied)")
                .hasMessageContaining("run the goal again; what is left is in " + scene.list());
        assertThat(scene.list()).exists();
        assertThat(scene.aws.cloudFormation().statusOf(STACK)).isEmpty();

        scene.s3.refuse("orders/" + CODE, "");
        RemoveResult rerun = scene.remove();

        assertThat(rerun.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(keys()).containsExactly(NEIGHBOUR);
        assertThat(scene.list()).doesNotExist();
    }

    @Test
    void absentStackIsASuccessUnlessSaidOtherwise() {
        assertThat(scene.remove().outcome()).isEqualTo(Outcome.ABSENT);
        assertThatThrownBy(() -> scene.remove(scene.request(RemoveScene.options(false, true, false, false))))
                .hasMessageContaining("there is no stack orders");
        assertThat(scene.calls()).containsOnly("DescribeStacks");
    }

    @Test
    void protectedStackIsRefusedUntilTheProtectionIsToEnd() {
        scene.deployed();
        scene.aws.cloudFormation().protect(STACK);

        assertThatThrownBy(() -> scene.remove()).hasMessageContaining("-Dsam.disableTerminationProtection");
        assertThat(scene.calls()).doesNotContain("DeleteStack", "UpdateTerminationProtection");

        assertThat(scene.remove(scene.request(RemoveScene.options(true, false, false, false)))
                        .outcome())
                .isEqualTo(Outcome.DELETED);
        assertThat(scene.calls()).containsSubsequence("UpdateTerminationProtection", "DeleteStack");
    }

    @Test
    void nothingHappensWhenAPersonSaysNo() {
        scene.deployed();
        CannedAnswers no = new CannedAnswers("n");
        RemoveRequest asking = scene.request(new RemoveRequest.Options(false, false, false, false, false));

        RemoveResult result = scene.remover(scene.events, no).remove(asking);

        assertThat(result.outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(no.transcript()).containsExactly("Delete the stack orders? [y/N]: n");
        assertThat(scene.calls()).doesNotContain("DeleteStack");
        assertThat(scene.list()).doesNotExist();
    }

    @Test
    void nothingHappensWhereNobodyCanBeAsked() {
        scene.deployed();
        RemoveRequest asking = scene.request(new RemoveRequest.Options(false, false, false, false, false));

        assertThatThrownBy(() -> scene.remover(scene.events, Prompt.NOBODY).remove(asking))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("-Dsam.noPrompts");
        assertThat(scene.calls()).containsOnly("DescribeStacks");
    }

    @Test
    void archivesOfOtherStacksStay() {
        scene.deployed()
                .aws
                .cloudFormation()
                .stacksPerPage(1)
                .existing("other", "CREATE_COMPLETE", "Resources: {A: {Type: AWS::SNS::Topic}}", Map.of())
                .existing("shared", "UPDATE_COMPLETE", RemoveScene.TEMPLATE.replace("Orders", "Carts"), Map.of());

        RemoveResult result = scene.remove();

        assertThat(result.kept()).containsExactly("s3://artifacts/orders/" + CODE);
        assertThat(keys()).containsExactlyInAnyOrder("orders/" + CODE, NEIGHBOUR);
        assertThat(scene.list()).doesNotExist();
    }

    @Test
    void sameContentBelowAnotherPrefixIsAnotherObject() {
        scene.deployed()
                .aws
                .cloudFormation()
                .existing("prod", "UPDATE_COMPLETE", RemoveScene.TEMPLATE.replace("/orders/", "/prod/"), Map.of());

        assertThat(scene.remove().kept()).isEmpty();
        assertThat(keys()).containsExactly(NEIGHBOUR);
    }

    @Test
    void archivesNamedByParametersOfOtherStacksStay() {
        scene.deployed()
                .aws
                .cloudFormation()
                .existing(
                        "by-parameter",
                        "CREATE_COMPLETE",
                        "Resources: {A: {Type: AWS::SNS::Topic}}",
                        Map.of("CodeKey", "orders/" + CODE));

        assertThat(scene.remove().kept()).containsExactly("s3://artifacts/orders/" + CODE);
    }

    @Test
    void nothingIsDeletedWhileAnotherStackCannotBeRead() {
        scene.deployed()
                .aws
                .cloudFormation()
                .existing("other", "CREATE_COMPLETE", "Resources: {A: {Type: AWS::SNS::Topic}}", Map.of());
        // The first two are for the stack itself.
        scene.aws.refuse(
                "GetTemplate", 2, 403, "AccessDenied", "not authorized to perform: cloudformation:GetTemplate");

        RemoveResult result = scene.remove();

        assertThat(result.objects()).isZero();
        assertThat(scene.s3.deletions()).isEmpty();
        assertThat(scene.events.of(Warning.class)).singleElement().satisfies(warning -> assertThat(
                        warning.problem().message())
                .contains("what other stacks need is unknown", "the template of the stack other cannot be read"));
        assertThat(scene.list()).exists();
        assertThat(scene.remove().outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(keys()).containsExactly(NEIGHBOUR);
    }

    @Test
    void whatAPersonPutSomewhereStays() {
        scene.deployed(RemoveScene.TEMPLATE + """
                  Released:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: s3://releases/orders-1.0.zip
                  Kept:
                    Type: AWS::Serverless::Function
                    DeletionPolicy: Retain
                    Properties:
                      CodeUri: s3://artifacts/orders/ffffffffffffffffffffffffffffffff
                """);
        scene.s3
                .put("releases", "orders-1.0.zip", "released")
                .put(BUCKET, "orders/ffffffffffffffffffffffffffffffff", "kept");

        RemoveResult result = scene.remove();

        assertThat(scene.s3.versions("releases")).hasSize(1);
        assertThat(keys()).containsExactlyInAnyOrder(NEIGHBOUR, "orders/ffffffffffffffffffffffffffffffff");
        assertThat(scene.notes()).contains("  stays, since packaging did not make it: s3://releases/orders-1.0.zip");
        assertThat(result.retained()).extracting(RetainedResource::logicalId).contains("Kept");
    }

    @Test
    void resourcesThatFailStayWhenAskedFor() {
        scene.deployed();
        scene.aws.cloudFormation().script(STACK).deletionFails("Api", "Lambda is busy");

        assertThatThrownBy(() -> scene.remove(scene.request(
                        RemoveScene.options(false, false, false, false), Retention.of(List.of("Orders")))))
                .hasMessageContaining("Lambda is busy")
                .hasMessageContaining("-Dsam.retainResources=Api");

        RemoveResult result = scene.remove(
                scene.request(RemoveScene.options(false, false, false, false), Retention.of(List.of("true"))));

        assertThat(result.retained()).extracting(RetainedResource::logicalId).containsExactly("Api");
        assertThat(result.objects()).isEqualTo(1);
        assertThat(keys()).as("its code stays").contains("orders/" + CODE);
        assertThat(scene.aws.requests("DeleteStack").get(2).list("RetainResources"))
                .containsExactly("Api");
    }

    @Test
    void bucketsOfTheStackAreEmptiedFirstWhenAskedFor() {
        scene.deployed(RemoveScene.TEMPLATE + """
                  Photos:
                    Type: AWS::S3::Bucket
                """);
        for (int i = 0; i < 1500; i++) {
            scene.s3.put("Photos", "photo-" + i, "");
        }
        List<Optional<String>> status = new ArrayList<>();
        scene.s3.beforeDeletion(() -> status.add(scene.aws.cloudFormation().statusOf(STACK)));

        scene.remove(scene.request(RemoveScene.options(false, false, true, false)));

        assertThat(scene.s3.versions("Photos")).isEmpty();
        assertThat(scene.s3.deletions()).startsWith("Photos 1000", "Photos 500");
        assertThat(status.get(0)).contains("CREATE_COMPLETE");
        assertThat(scene.notes())
                .contains("  with what it holds: Photos  AWS::S3::Bucket  Photos, which is emptied first");
    }

    @Test
    void allObjectsBelowThePrefixGoWhenAskedFor() {
        scene.deployed();
        for (int i = 0; i < 2100; i++) {
            scene.s3.put(BUCKET, "orders/of-an-earlier-time-" + i, "");
        }
        scene.s3.put(BUCKET, "orders-too/file", "");

        RemoveResult result = scene.remove(scene.request(RemoveScene.options(false, false, false, true)));

        assertThat(keys()).containsExactly("orders-too/file");
        assertThat(result.objects()).isEqualTo(2103);
    }

    @Test
    void codeOfNestedStacksGoesToo() {
        String child = RemoveScene.TEMPLATE.replace(CODE, "cccccccccccccccccccccccccccccccc");
        String childKey = "orders/" + TemplateKey.of(child);
        scene.deployed(RemoveScene.TEMPLATE + """
                  Child:
                    Type: AWS::CloudFormation::Stack
                    Properties:
                      TemplateURL: https://s3.eu-central-1.amazonaws.com/artifacts/%s
                """.formatted(childKey));
        scene.s3.put(BUCKET, childKey, child).put(BUCKET, "orders/cccccccccccccccccccccccccccccccc", "");
        scene.aws
                .cloudFormation()
                .existing("orders-Child-1", "CREATE_COMPLETE", child, Map.of())
                .nest("orders-Child-1", STACK, "Child");

        assertThat(scene.remove().objects()).isEqualTo(4);
        assertThat(keys()).containsExactly(NEIGHBOUR);
    }

    @Test
    void imagesGoWithTheirRepositoriesUnlessOthersUseThem() {
        String host = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/";
        scene.ecr
                .repository("team/images")
                .image("team/images", "api-0123456789ab-latest", "{}")
                .image("team/images", "job-ba9876543210-latest", "{}")
                .image("team/images", "stable", "{}");
        String image = """
                  %s:
                    Type: AWS::Serverless::Function
                    Properties:
                      PackageType: Image
                      ImageUri: %s
                """;
        scene.deployed(RemoveScene.TEMPLATE
                + image.formatted("One", host + "team/images:api-0123456789ab-latest")
                + image.formatted("Two", host + "team/images@sha256:of-job-ba9876543210-latest")
                + image.formatted("Three", host + "team/images:stable"));

        RemoveResult result = scene.remove();

        assertThat(result.images()).isEqualTo(2);
        assertThat(scene.ecr.tags("team/images")).containsExactly("stable");
    }

    @Test
    void roleAndExpressModeAreSentWithEachDeletion() {
        scene.deployed();
        String role = "arn:aws:iam::123456789012:role/deploy";
        scene.aws.cloudFormation().script(STACK).deletionFails("Orders", "Table is in use by another operation");

        scene.remove(scene.request(
                RemoveScene.options(false, false, false, false),
                Retention.of(List.of("Orders")),
                new StackDeletionMode(Optional.of(role), true)));

        assertThat(scene.aws.requests("DeleteStack")).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.get("RoleARN")).hasValue(role);
            assertThat(sent.get("DeploymentConfig.Mode")).hasValue("EXPRESS");
            assertThat(sent.get("DeploymentConfig.DisableRollback")).isEmpty();
        });
    }

    @Test
    void neitherIsSentUnasked() {
        scene.deployed();

        scene.remove();

        assertThat(scene.aws.requests("DeleteStack")).singleElement().satisfies(sent -> {
            assertThat(sent.get("RoleARN")).isEmpty();
            assertThat(sent.get("DeploymentConfig.Mode")).isEmpty();
        });
    }
}
