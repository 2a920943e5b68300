package io.github.sammaven.core.aws.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.aws.ExecutionState;
import io.github.sammaven.core.aws.FunctionCall;
import io.github.sammaven.core.aws.FunctionReply;
import io.github.sammaven.core.aws.RemoteTargets;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.schemas.model.NotFoundException;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Lambda, Step Functions, SQS and Kinesis. Each client is made when it is first needed. */
public final class SdkRemoteTargets implements RemoteTargets {

    /** Where the console keeps events that are shared (Lambda developer guide, shareable test events). */
    private static final String TEST_EVENTS = "lambda-testevent-schemas";

    private static final int HISTORY_PAGE = 1000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final AwsClients clients;
    private final FunctionCalls functions;

    public SdkRemoteTargets(AwsClients clients) {
        this.clients = clients;
        this.functions = new FunctionCalls(clients);
    }

    @Override
    public FunctionReply invoke(FunctionCall call) {
        return functions.invoke(call);
    }

    @Override
    public String start(String stateMachine, String input, Map<String, String> parameters) {
        return clients.errors()
                .calling(
                        "states",
                        "the state machine " + stateMachine + " cannot be started",
                        () -> clients.stepFunctions().startExecution(request -> request.stateMachineArn(stateMachine)
                                .input(input)
                                .name(parameters.get("name"))
                                .traceHeader(parameters.get("traceHeader"))))
                .executionArn();
    }

    @Override
    public Optional<ExecutionState> execution(String arn) {
        try {
            DescribeExecutionResponse found =
                    clients.stepFunctions().describeExecution(request -> request.executionArn(arn));
            return Optional.of(new ExecutionState(
                    arn,
                    found.statusAsString(),
                    orEmpty(found.output()),
                    orEmpty(found.error()),
                    orEmpty(found.cause())));
        } catch (ExecutionDoesNotExistException | StateMachineTypeNotSupportedException express) {
            return Optional.empty();
        } catch (SdkException failure) {
            throw clients.errors().translate("states", "the execution " + arn + " cannot be read", failure);
        }
    }

    @Override
    public Optional<String> failedState(String execution) {
        GetExecutionHistoryResponse history = clients.errors()
                .calling("states", "the history of " + execution + " cannot be read", () -> clients.stepFunctions()
                        .getExecutionHistory(request -> request.executionArn(execution)
                                .reverseOrder(true)
                                .maxResults(HISTORY_PAGE)));
        Map<Long, HistoryEvent> byId = new HashMap<>();
        history.events().forEach(event -> byId.put(event.id(), event));
        HistoryEvent event =
                history.events().isEmpty() ? null : history.events().get(0);
        while (event != null && event.stateEnteredEventDetails() == null) {
            event = byId.get(event.previousEventId());
        }
        return Optional.ofNullable(event)
                .map(entered -> entered.stateEnteredEventDetails().name());
    }

    @Override
    public Map<String, String> send(String queue, String body, Map<String, String> parameters) {
        SendMessageRequest.Builder request = SendMessageRequest.builder()
                .messageBody(body)
                .messageGroupId(parameters.get("MessageGroupId"))
                .messageDeduplicationId(parameters.get("MessageDeduplicationId"));
        Optional.ofNullable(parameters.get("DelaySeconds"))
                .map(Integer::valueOf)
                .ifPresent(request::delaySeconds);
        SendMessageResponse sent = clients.errors()
                .calling("sqs", "the message cannot be sent to " + queue, () -> clients.sqs()
                        .sendMessage(request.queueUrl(queueUrl(queue)).build()));
        Map<String, String> answer = new LinkedHashMap<>();
        put(answer, "MD5OfMessageBody", sent.md5OfMessageBody());
        put(answer, "MessageId", sent.messageId());
        put(answer, "SequenceNumber", sent.sequenceNumber());
        return answer;
    }

    /** {@code arn:aws:sqs:REGION:ACCOUNT:NAME}. */
    private String queueUrl(String queue) {
        String[] parts = queue.split(":");
        return queue.startsWith("arn:") && parts.length == 6
                ? clients.sqs()
                        .getQueueUrl(request -> request.queueName(parts[5]).queueOwnerAWSAccountId(parts[4]))
                        .queueUrl()
                : queue;
    }

    @Override
    public Map<String, String> put(String stream, String data, Map<String, String> parameters) {
        PutRecordRequest.Builder request = PutRecordRequest.builder()
                .data(SdkBytes.fromUtf8String(data))
                .partitionKey(parameters.get("PartitionKey"))
                .explicitHashKey(parameters.get("ExplicitHashKey"))
                .sequenceNumberForOrdering(parameters.get("SequenceNumberForOrdering"));
        PutRecordResponse sent = clients.errors()
                .calling("kinesis", "the record cannot be put into " + stream, () -> clients.kinesis()
                        .putRecord(
                                stream.startsWith("arn:")
                                        ? request.streamARN(stream).build()
                                        : request.streamName(stream).build()));
        Map<String, String> answer = new LinkedHashMap<>();
        put(answer, "ShardId", sent.shardId());
        put(answer, "SequenceNumber", sent.sequenceNumber());
        put(answer, "EncryptionType", sent.encryptionTypeAsString());
        return answer;
    }

    @Override
    public Optional<String> testEvent(String function, String name) {
        String schema = "_" + function + "-schema";
        try {
            String content = clients.schemas()
                    .describeSchema(request -> request.registryName(TEST_EVENTS).schemaName(schema))
                    .content();
            JsonNode value = MAPPER.readTree(content)
                    .path("components")
                    .path("examples")
                    .path(name)
                    .path("value");
            return value.isMissingNode() ? Optional.empty() : Optional.of(value.toString());
        } catch (NotFoundException none) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new SamException("the test events of " + function + " cannot be understood", "", broken);
        } catch (SdkException failure) {
            throw clients.errors().translate("schemas", "the test events of " + function + " cannot be read", failure);
        }
    }

    private static void put(Map<String, String> answer, String name, @Nullable String value) {
        if (value != null) {
            answer.put(name, value);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
