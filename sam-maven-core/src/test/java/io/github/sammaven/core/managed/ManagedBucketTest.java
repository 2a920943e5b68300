package io.github.sammaven.core.managed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sammaven.core.aws.ChangeSetId;
import io.github.sammaven.core.aws.ChangeSetRequest;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.aws.TemplateSource;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.QueryRequest;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationStacks;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.VirtualTime;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over the real SDK client, a scripted CloudFormation and virtual time. */
@ExtendWith(LocalCredentials.class)
class ManagedBucketTest {

    private static final Map<String, String> OURS = Map.of("ManagedStackSource", "AwsSamCli");
    private static final String EXISTING = """
            Resources:
              SamCliSourceBucket: {Type: 'AWS::S3::Bucket'}
            Outputs:
              SourceBucket: {Value: aws-sam-cli-managed-default-samclisourcebucket-abc}
            """;

    private final FakeAws aws = new FakeAws();
    private final VirtualTime time = new VirtualTime(Instant.parse("2031-05-06T07:08:09Z"));
    private final AwsClients clients = new AwsClients(aws.settings());
    private StackGateway stacks;
    private ManagedBucket bucket;

    @BeforeEach
    void open() {
        stacks = new CloudFormationStacks(clients);
        bucket = new ManagedBucket(stacks, new RecordedEvents(), time, time);
    }

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    @Test
    void makesTheStackOfSamCliWhenThereIsNone() {
        assertThat(bucket.name()).isEqualTo("value-of-SourceBucket");

        QueryRequest request = aws.requests("CreateChangeSet").get(0);
        assertThat(request.get("StackName")).contains("aws-sam-cli-managed-default");
        assertThat(request.get("ChangeSetName")).contains("InitialCreation");
        assertThat(request.get("ChangeSetType")).contains("CREATE");
        assertThat(request.list("Capabilities")).containsExactly("CAPABILITY_IAM");
        assertThat(aws.cloudFormation().tagsOf(ManagedBucket.STACK)).isEqualTo(OURS);
    }

    @Test
    void writesTheBucketAsSamCliDoes() {
        bucket.name();

        MappingNode template = new TemplateReader()
                .parse(
                        aws.cloudFormation().templateOf(ManagedBucket.STACK).orElseThrow(),
                        Path.of("template.yaml"),
                        "template.yaml")
                .root();
        assertThat(template.text("Transform")).contains("AWS::Serverless-2016-10-31");
        assertThat(template.text("Description")).contains("Managed Stack for AWS SAM CLI");
        assertThat(template.mapping("Metadata").flatMap(metadata -> metadata.mapping("SamCliInfo")))
                .hasValueSatisfying(
                        info -> assertThat(info.keys()).containsExactlyInAnyOrder("version", "installationId"));
        MappingNode properties = at(template, "Resources", "SamCliSourceBucket", "Properties");
        assertThat(at(properties, "VersioningConfiguration").text("Status")).contains("Enabled");
        assertThat(at(properties, "PublicAccessBlockConfiguration").keys())
                .hasSize(4)
                .allSatisfy(key -> assertThat(
                                at(properties, "PublicAccessBlockConfiguration").text(key))
                        .contains("true"));
        assertThat(at(properties, "BucketEncryption")
                        .sequence("ServerSideEncryptionConfiguration")
                        .orElseThrow()
                        .items()
                        .get(0)
                        .asMapping()
                        .map(rule -> at(rule, "ServerSideEncryptionByDefault").text("SSEAlgorithm")))
                .contains(Optional.of("aws:kms"));
        List<Node> statements = at(
                        template, "Resources", "SamCliSourceBucketBucketPolicy", "Properties", "PolicyDocument")
                .sequence("Statement")
                .orElseThrow()
                .items();
        assertThat(statements)
                .extracting(statement ->
                        statement.asMapping().orElseThrow().text("Effect").orElseThrow())
                .containsExactly("Allow", "Deny");
        assertThat(at(statements.get(0).asMapping().orElseThrow(), "Principal").text("Service"))
                .contains("serverlessrepo.amazonaws.com");
        assertThat(at(statements.get(1).asMapping().orElseThrow(), "Condition", "Bool")
                        .text("aws:SecureTransport"))
                .contains("false");
    }

    @Test
    void takesTheBucketSamCliHasMade() {
        exists("CREATE_COMPLETE", OURS);

        assertThat(bucket.name()).isEqualTo("aws-sam-cli-managed-default-samclisourcebucket-abc");
        assertThat(aws.requests()).extracting(QueryRequest::action).containsExactly("DescribeStacks");
    }

    @Test
    void refusesAStackWithoutTheTagAsForeign() {
        exists("CREATE_COMPLETE", Map.of("Owner", "somebody"));

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(bucket::name)
                .withMessageContaining("was not made by SAM CLI or sam-maven")
                .withMessageContaining("-Dsam.s3Bucket");
        assertNothingMade();
    }

    @Test
    void refusesAStackWithoutTheOutput() {
        aws.cloudFormation()
                .existing(
                        ManagedBucket.STACK,
                        "CREATE_COMPLETE",
                        "Resources: {Topic: {Type: 'AWS::SNS::Topic'}}",
                        Map.of())
                .tagged(ManagedBucket.STACK, OURS);

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(bucket::name)
                .withMessageContaining("has no output SourceBucket");
        assertNothingMade();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED"})
    void tellsTheWayOutWhenTheStackIsBroken(String status) {
        exists(status, OURS);

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(bucket::name)
                .withMessageContaining("is in " + status)
                .withMessageContaining("aws cloudformation delete-stack --stack-name aws-sam-cli-managed-default");
        assertNothingMade();
    }

    @Test
    void doesNotTakeAccessDeniedForAbsence() {
        aws.refuse("DescribeStacks", 403, "AccessDenied", "User x is not authorized to describe");

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(bucket::name)
                .withMessageContaining("User x is not authorized to describe");
        assertNothingMade();
    }

    @Test
    void doesNotTakeThrottlingForAbsence() {
        aws.throttle("DescribeStacks", 1000);

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(bucket::name)
                .withMessageContaining("limiting the rate of calls");
        assertNothingMade();
    }

    @Test
    void waitsForTheStackThatAnotherProcessIsMaking() {
        ChangeSetId other = stacks.createChangeSet(otherProcess());
        stacks.describeChangeSet(other);
        stacks.describeChangeSet(other);
        stacks.executeChangeSet(other, false);

        assertThat(bucket.name()).isEqualTo("aws-sam-cli-managed-default-samclisourcebucket-abc");
        assertThat(time.pauses()).isNotEmpty();
        assertThat(aws.requests("CreateChangeSet")).hasSize(1);
    }

    @Test
    void goesOnAfterAProcessThatWasStoppedBeforeItExecutedItsChangeSet() {
        stacks.createChangeSet(otherProcess());

        assertThat(bucket.name()).isEqualTo("value-of-SourceBucket");
        assertThat(time.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(3));
        assertThat(aws.cloudFormation().statusOf(ManagedBucket.STACK)).contains("CREATE_COMPLETE");
    }

    @Test
    void saysWhyTheStackCouldNotBeMade() {
        aws.cloudFormation().script(ManagedBucket.STACK).fails("SamCliSourceBucket", "API: s3:CreateBucket denied");

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(bucket::name)
                .withMessageContaining("API: s3:CreateBucket denied");
    }

    private void exists(String status, Map<String, String> tags) {
        aws.cloudFormation()
                .existing(ManagedBucket.STACK, status, EXISTING, Map.of())
                .tagged(ManagedBucket.STACK, tags);
    }

    private static ChangeSetRequest otherProcess() {
        return new ChangeSetRequest(
                "InitialCreation",
                ManagedBucket.STACK,
                ChangeSetRequest.Type.CREATE,
                "by another process",
                new TemplateSource.Inline(EXISTING),
                List.of(),
                OURS,
                List.of("CAPABILITY_IAM"),
                Optional.empty(),
                List.of());
    }

    private void assertNothingMade() {
        assertThat(aws.requests("CreateChangeSet")).isEmpty();
    }

    private static MappingNode at(MappingNode start, String... path) {
        MappingNode node = start;
        for (String name : path) {
            node = node.mapping(name).orElseThrow();
        }
        return node;
    }
}
