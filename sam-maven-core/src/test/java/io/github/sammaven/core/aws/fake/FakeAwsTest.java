package io.github.sammaven.core.aws.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** The stand-in refuses what AWS refuses. */
@ExtendWith(LocalCredentials.class)
class FakeAwsTest {

    private static final String QUEUE = """
            Parameters:
              Name: {Type: String}
            Resources:
              Orders: {Type: AWS::SQS::Queue}
            """;

    private FakeAws aws;
    private AwsClients clients;
    private CloudFormationClient client;

    @BeforeEach
    void start() {
        aws = new FakeAws();
        clients = new AwsClients(aws.settings());
        client = clients.cloudFormation();
    }

    @AfterEach
    void stop() {
        clients.close();
        aws.close();
    }

    private void create(Consumer<CreateChangeSetRequest.Builder> more) {
        client.createChangeSet(request -> {
            request.stackName("orders")
                    .changeSetName("first")
                    .changeSetType(ChangeSetType.CREATE)
                    .templateBody(QUEUE)
                    .parameters(named("Name"));
            more.accept(request);
        });
    }

    private static Parameter named(String name) {
        return Parameter.builder().parameterKey(name).parameterValue("x").build();
    }

    private void refuses(String message, Consumer<CreateChangeSetRequest.Builder> more) {
        assertThatThrownBy(() -> create(more))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesWhatIsNotSigned() throws IOException, InterruptedException {
        HttpRequest unsigned = HttpRequest.newBuilder(aws.endpoint())
                .POST(HttpRequest.BodyPublishers.ofString("Action=DescribeStacks&Version=2010-05-15"))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(unsigned, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .startsWith("<ErrorResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\">")
                .contains("<Code>MissingAuthenticationToken</Code>")
                .contains("<RequestId>");
    }

    @Test
    void refusesAnIncompleteRequest() {
        refuses("Value null at 'stackName' failed to satisfy constraint", request -> request.stackName(null));
        refuses("Value null at 'changeSetName' failed to satisfy", request -> request.changeSetName(null));
        refuses("Either Template URL or Template Body must be specified", request -> request.templateBody(null));
        refuses("cannot specify both", request -> request.templateURL("https://acme.s3.amazonaws.com/t"));
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        refuses("satisfy regular expression pattern", request -> request.stackName("1st"));
        refuses("less than or equal to 128", request -> request.changeSetName("a".repeat(129)));
        refuses(
                "less than or equal to 51200",
                request -> request.templateBody(QUEUE + "#".repeat(51_201 - QUEUE.length())));
        refuses(
                "'tags' failed to satisfy",
                request -> request.tags(IntStream.range(0, 51)
                        .mapToObj(i -> Tag.builder().key("k" + i).value("v").build())
                        .toList()));
        refuses(
                "'notificationARNs' failed to satisfy",
                request -> request.notificationARNs("1", "2", "3", "4", "5", "6"));
    }

    @Test
    void refusesParametersThatDoNotFit() {
        refuses("Parameters: [Name] must have values", request -> request.parameters(new Parameter[0]));
        refuses(
                "Parameters: [Other] do not exist in the template",
                request -> request.parameters(named("Name"), named("Other")));
        refuses(
                "Cannot specify usePreviousValue as true for a parameter key not in the previous template",
                request -> request.parameters(Parameter.builder()
                        .parameterKey("Name")
                        .usePreviousValue(true)
                        .build()));
    }

    @Test
    void refusesWhatTheStateOfTheStackDoesNotAllow() {
        refuses("Stack [orders] does not exist", request -> request.changeSetType(ChangeSetType.UPDATE));
        aws.cloudFormation().existing("orders", "ROLLBACK_COMPLETE", QUEUE, Map.of());

        refuses("already exists and cannot be created again", request -> {});
        refuses(
                "is in ROLLBACK_COMPLETE state and can not be updated",
                request -> request.changeSetType(ChangeSetType.UPDATE));
    }

    @Test
    void refusesIamWithoutCapability() {
        assertThatThrownBy(() -> create(request -> request.templateBody("Resources: {R: {Type: AWS::IAM::Role}}")
                        .parameters(new Parameter[0])))
                .isInstanceOf(InsufficientCapabilitiesException.class)
                .hasMessageContaining("Requires capabilities : [CAPABILITY_IAM]");
    }

    @Test
    void refusesToExecuteWhatIsNotReadyOrNotThere() {
        create(request -> {});

        assertThatThrownBy(() -> client.executeChangeSet(
                        request -> request.stackName("orders").changeSetName("first")))
                .isInstanceOf(InvalidChangeSetStatusException.class)
                .hasMessageContaining("cannot be executed in its current status of [CREATE_IN_PROGRESS]");
        assertThatThrownBy(() -> client.executeChangeSet(
                        request -> request.stackName("orders").changeSetName("second")))
                .isInstanceOf(ChangeSetNotFoundException.class);
    }

    @Test
    void knowsNoStackThatWasDeletedExceptByItsId() {
        aws.cloudFormation().existing("orders", "CREATE_COMPLETE", QUEUE, Map.of());
        String id = client.describeStacks(request -> request.stackName("orders"))
                .stacks()
                .get(0)
                .stackId();

        client.deleteStack(request -> request.stackName("orders"));
        client.describeStacks(request -> request.stackName(id));

        assertThatThrownBy(() -> client.describeStacks(request -> request.stackName("orders")))
                .hasMessageContaining("Stack with id orders does not exist");
        assertThat(client.describeStacks(request -> request.stackName(id))
                        .stacks()
                        .get(0)
                        .stackStatusAsString())
                .isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void knowsNoOtherCalls() {
        assertThatThrownBy(() -> client.listExports()).hasMessageContaining("Could not find operation ListExports");
    }
}
