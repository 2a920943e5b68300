package io.github.sammaven.core.operate.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeKinesis;
import io.github.sammaven.core.aws.fake.FakeLambda;
import io.github.sammaven.core.aws.fake.FakeSqs;
import io.github.sammaven.core.aws.fake.FakeStates;
import io.github.sammaven.core.aws.fake.ServiceAnswer;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationDeployedStacks;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.aws.sdk.SdkRemoteTargets;
import io.github.sammaven.core.operate.stack.StackReader;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.VirtualTime;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class RemoteInvokerTest {

    private static final String MACHINE = "arn:aws:states:eu-central-1:123456789012:stateMachine:Flow";
    private static final String QUEUE = "https://sqs.eu-central-1.amazonaws.com/123456789012/jobs.fifo";

    private final FakeAws aws = new FakeAws();
    private final FakeLambda lambda = new FakeLambda();
    private final FakeStates states = new FakeStates();
    private final FakeSqs sqs = new FakeSqs(Set.of(QUEUE));
    private final FakeKinesis kinesis = new FakeKinesis(Set.of("clicks"));
    private final RecordedEvents events = new RecordedEvents();
    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final AwsClients clients = new AwsClients(aws.settings());

    @BeforeEach
    void open() {
        aws.with("lambda", lambda).with("states", states).with("sqs", sqs).with("kinesis", kinesis);
    }

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    private InvokeResult invoke(String stack, String resource, String event, Map<String, String> parameters) {
        return invoke(stack, resource, event, Optional.empty(), parameters);
    }

    private InvokeResult invoke(
            String stack, String resource, String event, Optional<String> testEvent, Map<String, String> parameters) {
        return new RemoteInvoker(
                        new SdkRemoteTargets(clients),
                        new StackReader(new CloudFormationDeployedStacks(clients))::catalogue,
                        events,
                        time,
                        time)
                .invoke(new InvokeRequest(
                        Optional.of(stack).filter(name -> !name.isEmpty()),
                        Optional.of(resource).filter(name -> !name.isEmpty()),
                        Optional.of(event).filter(text -> !text.isEmpty()),
                        testEvent,
                        parameters));
    }

    private void stack(String resources) {
        aws.cloudFormation().existing("orders", "CREATE_COMPLETE", "Resources: {" + resources + "}", Map.of());
    }

    @Test
    void onlyFunctionOfTheStackAnswersWithItsLog() {
        stack("Api: {Type: AWS::Lambda::Function}, Topic: {Type: AWS::SNS::Topic}");
        lambda.answers("Api", "{\"ok\":true}", "START\nEND");

        InvokeResult result = invoke("orders", "", "{\"id\":1}", Map.of());

        assertThat(lambda.calls()).containsExactly("Api RequestResponse {\"id\":1}");
        assertThat(result.payload()).isEqualTo("{\"ok\":true}");
        assertThat(result.log()).isEqualTo("START\nEND");
        assertThat(result.json()).contains("\"StatusCode\" : 200", "\"Payload\" : {", "\"ok\" : true");
        assertThat(result.failure()).isEmpty();
    }

    @Test
    void failureOfTheFunctionIsTold() {
        lambda.fails("Api", "{\"errorMessage\":\"no\"}", "");

        assertThat(invoke("", "Api", "", Map.of()).failure())
                .hasValueSatisfying(problem -> assertThat(problem.message())
                        .isEqualTo("the function Api failed (Unhandled): {\"errorMessage\":\"no\"}"));
        assertThat(lambda.calls()).containsExactly("Api RequestResponse {}");
    }

    @Test
    void plainTextIsSentAsAJsonString() {
        lambda.answers("Api", "null", "");

        invoke("", "Api", "say \"hi\"", Map.of());

        assertThat(lambda.calls()).containsExactly("Api RequestResponse \"say \\\"hi\\\"\"");
        assertThat(events.of(Note.class))
                .extracting(Note::text)
                .containsExactly("The event is no JSON; it is sent as a JSON string");
    }

    @Test
    void functionThatIsBeingMadeIsWaitedFor() {
        lambda.answers("Api", "1", "").pendingFor(2);

        assertThat(invoke("", "Api", "", Map.of()).payload()).isEqualTo("1");
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
        assertThat(events.of(Warning.class)).hasSize(1);
    }

    @Test
    void eventThatIsTooLargeIsNotSent() {
        lambda.answers("Api", "1", "");
        String event = '"' + "x".repeat(1_048_576) + '"';

        assertThat(invoke("", "Api", event, Map.of()).payload()).isEqualTo("1");
        assertThatThrownBy(() -> invoke("", "Api", event, Map.of("InvocationType", "Event")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("in an asynchronous call");
        assertThatThrownBy(() -> invoke("", "Api", "[" + event + ",1".repeat(2_700_000) + "]", Map.of()))
                .hasMessageContaining("in a synchronous call");
        assertThat(lambda.calls()).hasSize(1);
    }

    @Test
    void refusalsNameTheWayOut() {
        assertThatThrownBy(() -> invoke("", "Api", "", Map.of()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("there is no function Api");
        lambda.answers("Api", "1", "").refuse(403, "AccessDeniedException", "no");
        assertThatThrownBy(() -> invoke("", "Api", "", Map.of())).hasMessageContaining("lambda:InvokeFunction");
        lambda.refuse(502, "KMSAccessDeniedException", "denied");
        assertThatThrownBy(() -> invoke("", "Api", "", Map.of())).hasMessageContaining("kms:Decrypt");
    }

    @Test
    void misspeltNamesAreExplained() {
        stack("Orders: {Type: AWS::Lambda::Function}, Topic: {Type: AWS::SNS::Topic}");

        assertThatThrownBy(() -> invoke("orders", "Order", "", Map.of()))
                .hasMessageContaining("Did you mean 'Orders'?");
        assertThatThrownBy(() -> invoke("orders", "Topic", "", Map.of()))
                .hasMessageContaining("nothing can be sent to Topic, which is an AWS::SNS::Topic");
        assertThatThrownBy(() -> invoke("orders", "Orders", "", Map.of("Qualifer", "live")))
                .hasMessageContaining("Did you mean 'Qualifier'?");
        assertThatThrownBy(() -> invoke("", "", "", Map.of())).hasMessageContaining("-Dsam.resourceId=ARN");
    }

    @Test
    void severalFunctionsNeedAName() {
        stack("A: {Type: AWS::Lambda::Function}, B: {Type: AWS::Lambda::Function}");

        assertThatThrownBy(() -> invoke("orders", "", "", Map.of())).hasMessageContaining("A, B");
    }

    @Test
    void executionIsFollowedToItsOutput() {
        states.succeeds(MACHINE, "{\"sum\":3}");

        InvokeResult result = invoke("", MACHINE, "[1,2]", Map.of());

        assertThat(result.payload()).isEqualTo("{\"sum\":3}");
        assertThat(result.failure()).isEmpty();
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    @Test
    void failedExecutionNamesItsState() {
        states.fails(MACHINE, "Charge", "CardDeclined", "no funds");

        assertThat(invoke("", MACHINE, "", Map.of()).failure())
                .hasValueSatisfying(problem -> assertThat(problem.message())
                        .endsWith("ended in FAILED in the state Charge: CardDeclined: no funds"));
    }

    @Test
    void fifoQueueGetsAGroup() {
        assertThat(invoke("", QUEUE, "plain", Map.of()).payload()).contains("\"MessageId\" : \"m-1\"");
        assertThat(sqs.messages().get(0).path("MessageBody").asText()).isEqualTo("plain");
        assertThat(sqs.messages().get(0).path("MessageGroupId").asText()).isEqualTo("sam-remote-invoke");
    }

    @Test
    void recordGoesIntoTheStream() {
        stack("Clicks: {Type: AWS::Kinesis::Stream}");
        aws.cloudFormation().physicalId("orders", "Clicks", "clicks");

        assertThat(invoke("orders", "Clicks", "click", Map.of()).json()).contains("shardId-000000000000");
        assertThat(kinesis.records()).containsExactly("click");
    }

    @Test
    void functionThatGivesNoLogIsCalledWithoutAskingForIt() {
        lambda.answers("Api", "1", "log").withoutLogTail();

        InvokeResult result = invoke("", "Api", "", Map.of());

        assertThat(result.payload()).isEqualTo("1");
        assertThat(result.log()).isEmpty();
        assertThatThrownBy(() -> invoke("", "Api", "", Map.of("LogType", "Head")))
                .hasMessageContaining("Log type Tail is not supported");
    }

    @Test
    void callThatFailsIsNotMadeAgain() {
        lambda.refuse(502, "BadGateway", "no answer");

        assertThatThrownBy(() -> invoke("", "Api", "", Map.of())).hasMessageContaining("Lambda at ");
        assertThat(lambda.calls()).hasSize(1);
    }

    @Test
    void expressExecutionIsAnsweredAtOnce() {
        states.succeeds(MACHINE, "{\"sum\":3}").express(MACHINE);

        InvokeResult result = invoke("", MACHINE, "[1,2]", Map.of());

        assertThat(result.payload()).isEqualTo("{\"sum\":3}");
        assertThat(result.json()).contains("\"status\" : \"SUCCEEDED\"");
        assertThat(states.calls()).containsExactly("DescribeStateMachine", "StartSyncExecution");
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void failedExpressExecutionTellsItsErrorAndCause() {
        states.fails(MACHINE, "Charge", "CardDeclined", "no funds").express(MACHINE);

        assertThat(invoke("", MACHINE, "", Map.of()).failure()).hasValueSatisfying(problem -> {
            assertThat(problem.message()).endsWith("ended in FAILED: CardDeclined: no funds");
            assertThat(problem.suggestion()).contains("sam:logs");
        });
        assertThat(states.calls()).doesNotContain("GetExecutionHistory");
    }

    @Test
    void stateMachineThatCannotBeReadIsStartedAllTheSame() {
        states.succeeds(MACHINE, "{}").unreadable();

        assertThat(invoke("", MACHINE, "", Map.of()).payload()).isEqualTo("{}");
        assertThatThrownBy(() -> invoke("", MACHINE + "2", "", Map.of())).hasMessageContaining("Does Not Exist");
    }

    @Test
    void queueIsFoundByItsArn() {
        invoke("", "arn:aws:sqs:eu-central-1:123456789012:jobs.fifo", "plain", Map.of());

        assertThat(sqs.messages().get(0).path("QueueUrl").asText()).isEqualTo(QUEUE);
        assertThatThrownBy(() -> invoke("", "arn:aws:sqs:eu-central-1:123456789012:other", "plain", Map.of()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("The specified queue does not exist");
    }

    @Test
    void messagesAndRecordsThatAreTooLargeAreNotSent() {
        aws.cloudFormation()
                .existing("orders", "CREATE_COMPLETE", "Resources: {C: {Type: AWS::Kinesis::Stream}}", Map.of());
        aws.cloudFormation().physicalId("orders", "C", "clicks");
        String largest = "x".repeat(1_048_576);

        assertThat(invoke("", QUEUE, largest, Map.of()).failure()).isEmpty();
        assertThatThrownBy(() -> invoke("", QUEUE, largest + "x", Map.of()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("The event is 1,048,577 bytes; SQS takes at most 1,048,576 as message");
        assertThatThrownBy(() -> invoke("orders", "C", "x".repeat(10_485_760), Map.of("PartitionKey", "k")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("The event is 10,485,761 bytes; Kinesis takes at most 10,485,760 as record");
        assertThat(sqs.messages()).hasSize(1);
        assertThat(kinesis.records()).isEmpty();
    }

    @Test
    void sharedTestEventIsSent() {
        lambda.answers("Api", "1", "");
        aws.with(
                "schemas",
                request -> request.uri().getPath().endsWith("/_Api-schema")
                        ? ServiceAnswer.json(
                                200,
                                "{\"Content\":\"{\\\"components\\\":{\\\"examples\\\":{\\\"small\\\":{\\\"value\\\":{\\\"n\\\":1}}}}}\"}")
                        : ServiceAnswer.refusal(404, "NotFoundException", "no such schema"));

        invoke("", "Api", "", Optional.of("small"), Map.of());

        assertThat(lambda.calls()).containsExactly("Api RequestResponse {\"n\":1}");
        assertThatThrownBy(() -> invoke("", "Api", "", Optional.of("large"), Map.of()))
                .hasMessageContaining("Api has no test event 'large' that is shared");
        assertThatThrownBy(() -> invoke("", "Other", "", Optional.of("small"), Map.of()))
                .hasMessageContaining("Other has no test event 'small' that is shared");
        assertThatThrownBy(() -> invoke("", "Api", "{}", Optional.of("small"), Map.of()))
                .hasMessageContaining("give one of them");
        assertThatThrownBy(() -> invoke("", QUEUE, "", Optional.of("small"), Map.of()))
                .hasMessageContaining("only functions have test events");
    }
}
