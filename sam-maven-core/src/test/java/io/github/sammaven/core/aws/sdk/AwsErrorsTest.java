package io.github.sammaven.core.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.AwsSettings;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

class AwsErrorsTest {

    private static final String WHAT = "the stack orders cannot be read";

    private static final Map<String, String> WITHOUT_CREDENTIALS = Map.of(
            "aws.disableEc2Metadata", "true",
            "aws.sharedCredentialsFile", "target/no-credentials",
            "aws.configFile", "target/no-config");

    private final Map<String, String> credentials = Map.of(
            "aws.accessKeyId", S3Server.ACCESS_KEY,
            "aws.secretAccessKey", S3Server.SECRET_KEY);

    @AfterEach
    void clear() {
        credentials.keySet().forEach(System::clearProperty);
        WITHOUT_CREDENTIALS.keySet().forEach(System::clearProperty);
    }

    @Test
    void saysWhereToPutCredentialsWhenThereAreNone() {
        hideCredentials();

        assertThat(callOf(settings("http://127.0.0.1:9", Optional.empty()))).satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("no AWS credentials were found");
            assertThat(problem.suggestion()).contains("AWS_ACCESS_KEY_ID", "-Dsam.profile");
        });
    }

    @Test
    void namesTheProfileThatDoesNotExist() {
        hideCredentials();

        assertThat(callOf(settings("http://127.0.0.1:9", Optional.of("no-such-profile"))))
                .satisfies(problem -> {
                    assertThat(problem.message()).contains("'no-such-profile' does not exist");
                    assertThat(problem.suggestion()).contains("aws configure --profile no-such-profile");
                });
    }

    @Test
    void namesTheEndpointThatRefusesTheConnection() throws IOException {
        credentials.forEach(System::setProperty);
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(callOf(settings("http://127.0.0.1:" + free, Optional.empty()))
                        .message())
                .isEqualTo("S3 at http://127.0.0.1:" + free + " cannot be reached: Connection refused");
    }

    @Test
    void saysHowToGiveTheRegionWhenThereIsNone() {
        Problem problem = errors().translate(
                        "s3", WHAT, client("Unable to load region from any of the providers in the chain X"))
                .problems()
                .get(0);

        assertThat(problem.message()).isEqualTo("no AWS region was given");
        assertThat(problem.suggestion()).contains("-Dsam.region");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ExpiredToken, the AWS credentials have expired",
        "403, InvalidClientTokenId, AWS does not accept the credentials: the reason",
        "403, AccessDenied, the stack orders cannot be read: the reason",
        "400, Throttling, the stack orders cannot be read: AWS CloudFormation in eu-central-1 is limiting the rate of"
                + " calls and went on doing so after retries",
        "503, ServiceUnavailable, the stack orders cannot be read: AWS CloudFormation in eu-central-1 answered with"
                + " error 503: the reason",
        "400, ValidationError, the stack orders cannot be read: the reason"
    })
    void translatesTheCodeOfAService(int status, String code, String message) {
        SdkException refused = CloudFormationException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("the reason.")
                        .build())
                .build();

        assertThat(errors().translate("cloudformation", WHAT, refused).problems())
                .extracting(Problem::message)
                .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xray | User: arn:aws:iam::1:user/a is not authorized to perform: xray:GetTraceSummaries | allow xray:GetTraceSummaries for",
                "monitoring | User: x is not authorized to perform: cloudwatch:DescribeAlarms because no policy allows it | allow cloudwatch:DescribeAlarms for",
                "sqs | User: x is not authorized to perform: sqs:sendmessage on resource: q | allow sqs:sendmessage for",
                "logs | User: x is not authorized to perform: logs:FilterLogEvents on resource: g with an explicit deny in a service control policy | a policy denies logs:FilterLogEvents expressly",
                "s3 | Access Denied | allow this action for"
            })
    void namesTheActionThatIsNotAllowed(String service, String words, String wayOut) {
        SdkException refused = CloudFormationException.builder()
                .statusCode(403)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDeniedException")
                        .errorMessage(words)
                        .build())
                .build();

        assertThat(errors().translate(service, WHAT, refused).problems().get(0).suggestion())
                .startsWith(wayOut);
    }

    @ParameterizedTest
    @CsvSource({
        "codedeploy, AWS CodeDeploy",
        "monitoring, AWS CloudWatch",
        "logs, AWS CloudWatch Logs",
        "states, AWS Step Functions",
        "xray, AWS X-Ray",
        "serverlessrepo, AWS Serverless Application Repository"
    })
    void callsServicesByTheNamesPeopleKnow(String service, String name) {
        SdkException refused = CloudFormationException.builder()
                .statusCode(503)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ServiceUnavailable")
                        .errorMessage("the reason")
                        .build())
                .build();

        assertThat(errors().translate(service, WHAT, refused)).hasMessageContaining(name + " in eu-central-1");
    }

    @Test
    void saysThatACallWasInterrupted() {
        assertThat(errors().translate("s3", WHAT, AbortedException.create("Thread was interrupted")))
                .hasMessage(WHAT + ": it was interrupted")
                .hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void pointsToTheCommandLineWhenAProfileSignsInThroughIdentityCenter() {
        AwsErrors errors = new AwsErrors(settings("http://127.0.0.1:9", Optional.of("acme")));

        assertThat(errors.translate(
                        "s3",
                        WHAT,
                        client("To use Sso related properties in the 'acme' profile, the 'sso' service module must be"
                                + " on the class path.")))
                .hasMessageContaining("IAM Identity Center")
                .hasMessageContaining("aws configure export-credentials --format env --profile acme");
    }

    private static void hideCredentials() {
        assumeThat(System.getenv())
                .as("this environment holds credentials")
                .doesNotContainKeys("AWS_ACCESS_KEY_ID", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_ROLE_ARN");
        WITHOUT_CREDENTIALS.forEach(System::setProperty);
    }

    private static Problem callOf(AwsSettings settings) {
        try (AwsClients clients = new AwsClients(settings)) {
            S3ArtifactStore store = new S3ArtifactStore(clients, ArtifactBucket.named("acme"));
            SamException failure = catchThrowableOfType(SamException.class, () -> store.contains("key"));
            assertThat(failure).isNotNull();
            return failure.problems().get(0);
        }
    }

    private static SdkException client(String message) {
        return SdkClientException.create(message);
    }

    private static AwsErrors errors() {
        return new AwsErrors(new AwsSettings(
                Optional.of("eu-central-1"), Optional.empty(), Optional.empty(), Map.of(), Optional.empty()));
    }

    private static AwsSettings settings(String s3, Optional<String> profile) {
        return new AwsSettings(
                Optional.of("eu-central-1"), profile, Optional.empty(), Map.of("s3", URI.create(s3)), Optional.empty());
    }
}
