package io.github.sammaven.core.deploy;

import static io.github.sammaven.core.deploy.DeployScene.QUEUE_AND_TOPIC;
import static io.github.sammaven.core.deploy.DeployScene.STACK;
import static io.github.sammaven.core.deploy.DeployScene.WITH_PARAMETERS;
import static io.github.sammaven.core.deploy.DeployScene.request;
import static io.github.sammaven.core.deploy.DeployScene.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.Warning;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What never gets as far as an execution. */
@ExtendWith(LocalCredentials.class)
class DeployerRefusalTest {

    private static final String FUNCTION = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              OrdersFunction:
                Type: AWS::Serverless::Function
            """;

    private static final String ROLE = """
            Resources:
              OrdersRole:
                Type: AWS::IAM::Role
                Properties:
                  RoleName: orders
            """;

    private final DeployScene scene = new DeployScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private SamException refused(DeployRequest request) {
        return catchThrowableOfType(SamException.class, () -> scene.deploy(request));
    }

    @Test
    void asksNobodyWhenTheValueOfAParameterIsNotAllowed() {
        SamException refused = refused(request(WITH_PARAMETERS, Map.of("Stage", "test")));

        assertThat(refused).isInstanceOf(InvalidOptionException.class);
        assertThat(refused.problems())
                .containsExactly(
                        Problem.error(
                                new SourceMark("template.yaml", 2, 3),
                                "Parameters [BucketName, ObjectKey] are given no values",
                                "set -Dsam.parameterOverrides=\"BucketName=VALUE ObjectKey=VALUE\", or declare a Default;"
                                        + " not needed if the stack has a value already"),
                        Problem.error(
                                new SourceMark("template.yaml", 6, 3),
                                "the value 'test' of parameter Stage is none of the AllowedValues dev, prod"));
        assertThat(scene.calls()).isEmpty();
    }

    @Test
    void makesNothingWhenParametersHaveNoValue() {
        StackTemplate inline = template(WITH_PARAMETERS);
        StackTemplate uploaded = new StackTemplate(inline.tree(), inline.body(), Optional.of(body -> {
            throw new AssertionError("uploaded although parameters are missing");
        }));

        SamException refused = refused(DeployRequest.of(STACK, uploaded, StackOptions.none()));

        assertThat(refused).isInstanceOf(InvalidOptionException.class);
        assertThat(refused.problems())
                .containsExactly(Problem.error(
                        new SourceMark("template.yaml", 2, 3),
                        "Parameters [BucketName, ObjectKey] have no value",
                        "set -Dsam.parameterOverrides=\"BucketName=VALUE ObjectKey=VALUE\", or declare a Default"));
        assertThat(scene.calls()).containsExactly("DescribeStacks");
    }

    @Test
    void makesNothingWhenTheStackLacksANewParameter() {
        scene.deploy(request(QUEUE_AND_TOPIC));

        assertThat(refused(request(WITH_PARAMETERS, Map.of("BucketName", "b"))))
                .hasMessageContaining("Parameter ObjectKey has no value");
        assertThat(scene.aws.requests("CreateChangeSet")).hasSize(1);
    }

    @Test
    void hidesTheValueOfASecretEverywhere() {
        String secret = "s3cret";
        DeployRequest request =
                request(WITH_PARAMETERS, Map.of("BucketName", "b", "ObjectKey", "k", "Password", secret));

        assertThat(refused(request).problems())
                .extracting(Problem::message)
                .containsExactly("the value of parameter Password is shorter than MinLength 8");
        assertThat(request.toString()).doesNotContain(secret).doesNotContain("do-not-show-default");
    }

    @Test
    void tellsAllThatIsWrongWithTheRequestAtOnce() {
        StackOptions options = new StackOptions(
                Map.of(),
                IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "aws:" + i, i -> "v")),
                List.of(),
                Optional.empty(),
                List.of("a", "b", "c", "d", "e", "f"));

        SamException refused = refused(DeployRequest.of("1st", template(QUEUE_AND_TOPIC), options));

        assertThat(refused.problems())
                .extracting(Problem::message)
                .contains(
                        "'1st' cannot be the name of a stack",
                        "a stack takes at most 50 tags, not 51",
                        "the tag 'aws:7' is reserved",
                        "a stack takes at most 5 notification ARNs, not 6");
        assertThat(scene.calls()).isEmpty();
    }

    @Test
    void refusesAStackNameThatIsTooLong() {
        assertThat(refused(DeployRequest.of("a".repeat(129), template(QUEUE_AND_TOPIC), StackOptions.none())))
                .hasMessageContaining("the stack name has 129 of at most 128 characters");
        assertThat(refused(DeployRequest.of("", template(QUEUE_AND_TOPIC), StackOptions.none())))
                .hasMessageContaining("-Dsam.stackName=NAME");
    }

    @Test
    void asksForABucketWhenTheTemplateIsTooLongToBeSent() {
        String fits = QUEUE_AND_TOPIC + "#".repeat(51_200 - QUEUE_AND_TOPIC.length());

        assertThat(refused(request(fits + "#")))
                .hasMessageContaining("the packaged template has 51,201 bytes; CloudFormation takes at most 51,200"
                        + " bytes without a bucket")
                .hasMessageContaining("-Dsam.s3Bucket=NAME");
        assertThat(scene.deploy(request(fits)).status()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void refusesATemplateThatIsTooLongForABucketToo() {
        StackTemplate inline = template(QUEUE_AND_TOPIC + "#".repeat(1_048_576));
        StackTemplate uploaded = new StackTemplate(
                inline.tree(), inline.body(), Optional.of(body -> URI.create("https://acme.s3.amazonaws.com/x")));

        assertThat(refused(DeployRequest.of(STACK, uploaded, StackOptions.none())))
                .hasMessageContaining("at most 1,048,576 bytes from a bucket");
    }

    @ParameterizedTest
    @CsvSource({
        "ROLLBACK_COMPLETE, aws cloudformation delete-stack --stack-name orders-prod",
        "ROLLBACK_FAILED, aws cloudformation delete-stack --stack-name orders-prod",
        "DELETE_FAILED, --retain-resources",
        "UPDATE_ROLLBACK_FAILED, aws cloudformation continue-update-rollback --stack-name orders-prod",
        "IMPORT_ROLLBACK_FAILED, aws cloudformation continue-update-rollback --stack-name orders-prod",
        "CREATE_IN_PROGRESS, wait until it has ended",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, wait until it has ended",
        "DELETE_IN_PROGRESS, wait until it has ended"
    })
    void saysTheWayOutWhenTheStackCannotBeDeployedTo(String status, String wayOut) {
        scene.aws.cloudFormation().existing(STACK, status, QUEUE_AND_TOPIC, Map.of());

        assertThat(refused(request(QUEUE_AND_TOPIC)))
                .hasMessageContaining("the stack orders-prod is in " + status)
                .hasMessageContaining(wayOut);
        assertThat(scene.calls()).containsExactly("DescribeStacks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE_FAILED", "UPDATE_FAILED", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE"})
    void changesAStackThatStandsAfterAFailure(String status) {
        scene.aws.cloudFormation().existing(STACK, status, QUEUE_AND_TOPIC, Map.of());

        assertThat(scene.deploy(request(QUEUE_AND_TOPIC.replace("News", "Messages")))
                        .status())
                .isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void namesTheOptionWhenACapabilityIsMissing() {
        assertThat(refused(request(ROLE)).problems())
                .containsExactly(Problem.error(
                        SourceMark.NONE,
                        "orders-prod: the template asks for rights that were not granted: CAPABILITY_NAMED_IAM",
                        "review what it does with IAM, then set -Dsam.capabilities=CAPABILITY_NAMED_IAM"));
    }

    @Test
    void keepsGivenCapabilitiesWhenTheTransformNeedsMore() {
        StackOptions options = StackOptions.none().withCapabilities("CAPABILITY_AUTO_EXPAND");

        assertThat(refused(DeployRequest.of(STACK, template(FUNCTION), options)))
                .hasMessageContaining("-Dsam.capabilities=CAPABILITY_AUTO_EXPAND,CAPABILITY_IAM");
    }

    @Test
    void removesTheChangeSetAndTheEmptyStackWhenTheChangeSetFails() {
        scene.aws
                .cloudFormation()
                .script(STACK)
                .changeSetFails("Transform AWS::Serverless-2016-10-31 failed with: Invalid Serverless Application"
                        + " Specification document. Resource with id [OrdersFunction] is invalid. No Handler.");

        SamException refused = refused(request(FUNCTION));

        assertThat(refused.problems().get(0).mark()).isEqualTo(new SourceMark("template.yaml", 3, 3));
        assertThat(refused)
                .hasMessageContaining("orders-prod: no change set can be made: Transform AWS::Serverless-2016-10-31")
                .hasMessageContaining("nothing was changed");
        assertThat(scene.aws.cloudFormation().statusOf(STACK)).isEmpty();
    }

    @Test
    void tellsEachValidationThatFailedWithItsLineWhereTheServiceListsThem() {
        scene.aws
                .cloudFormation()
                .script(STACK)
                .changeSetFails("The following hook(s)/validation failed: [AWS::EarlyValidation].")
                .validationFails(
                        "News",
                        "NAME_CONFLICT_VALIDATION",
                        "/Resources/News/Properties/TopicName",
                        "Resource of type 'AWS::SNS::Topic' with identifier 'news' already exists.")
                .validationFails(
                        "News", "PROPERTY_VALIDATION", "/Resources/News/Properties", "#: extraneous key [A] is wrong");

        SamException refused = refused(request("""
                Resources:
                  News:
                    Type: AWS::SNS::Topic
                    Properties:
                      TopicName: news
                """));

        assertThat(refused.problems()).extracting(Problem::toString).containsExactly("""
                        template.yaml:4:5: orders-prod: News does not pass PROPERTY_VALIDATION: #: extraneous key [A] is wrong
                            nothing was changed""", """
                        template.yaml:5:7: orders-prod: News does not pass NAME_CONFLICT_VALIDATION: Resource of type 'AWS::SNS::Topic' with identifier 'news' already exists
                            news was not made by this stack: choose another name, leave the name out, delete it, or import it into the stack
                            nothing was changed""");
        assertThat(scene.aws.cloudFormation().statusOf(STACK)).isEmpty();
    }

    @Test
    void keepsTheEmptyStackWhenOthersHaveAChangeSetForIt() {
        scene.deployer().plan(request(QUEUE_AND_TOPIC));
        scene.aws.cloudFormation().script(STACK).changeSetFails("Internal trouble");

        assertThat(refused(request(QUEUE_AND_TOPIC.replace("News", "Messages"))))
                .hasMessageContaining("no change set can be made: Internal trouble");
        assertThat(scene.aws.cloudFormation().statusOf(STACK)).contains("REVIEW_IN_PROGRESS");
        assertThat(scene.aws.cloudFormation().changeSetsOf(STACK))
                .singleElement()
                .asString()
                .startsWith("sam-maven-review-");
    }

    @Test
    void removesAnEmptyStackThatWasLeftWhenTheChangeSetFails() {
        scene.aws.cloudFormation().existing(STACK, "REVIEW_IN_PROGRESS", QUEUE_AND_TOPIC, Map.of());
        scene.aws.cloudFormation().script(STACK).changeSetFails("Internal trouble");

        assertThat(refused(request(QUEUE_AND_TOPIC.replace("News", "Messages"))))
                .hasMessageContaining("no change set can be made: Internal trouble");
        assertThat(scene.calls()).endsWith("ListChangeSets", "DeleteStack");
    }

    @Test
    void tellsTheReasonEvenWhenTheChangeSetCannotBeRemoved() {
        scene.aws.cloudFormation().script(STACK).changeSetFails("Internal trouble");
        scene.aws.refuse("DeleteChangeSet", 403, "AccessDenied", "User is not authorized to delete");

        assertThat(refused(request(QUEUE_AND_TOPIC))).hasMessageContaining("Internal trouble");
        assertThat(scene.events.of(Warning.class)).singleElement().satisfies(warning -> assertThat(
                        warning.problem().message())
                .contains("is left behind")
                .contains("User is not authorized to delete"));
    }

    @Test
    void tellsTheReasonWhenTheServiceRefusesTheTemplate() {
        String unknownFormat = QUEUE_AND_TOPIC.replace("Resources:", "Things:");

        assertThat(refused(request(unknownFormat)))
                .hasMessageContaining("orders-prod: no change set can be made: Template format error: At least one"
                        + " Resources member must be defined");
    }

    @Test
    void leavesNothingBehindWhenTheChangeSetCannotBeStarted() {
        scene.aws.refuse("ExecuteChangeSet", 400, "ValidationError", "Role orders is invalid or cannot be assumed");

        assertThat(refused(request(QUEUE_AND_TOPIC)))
                .hasMessageContaining("the change set cannot be executed: Role orders is invalid");
        assertThat(scene.aws.cloudFormation().statusOf(STACK)).isEmpty();
    }
}
