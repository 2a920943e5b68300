package io.github.sammaven.core.aws.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.aws.ExecutionState;
import io.github.sammaven.core.aws.FunctionCall;
import io.github.sammaven.core.aws.FunctionReply;
import io.github.sammaven.core.aws.RemoteTargets;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.schemas.model.NotFoundException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Lambda, Step Functions, SQS and Kinesis. Each client is made when it is first needed. */
public final class SdkRemoteTargets implements RemoteTargets {

    /** Where the console keeps events that are shared (Lambda developer guide, shareable test events). */
    private static final String TEST_EVENTS = "lambda-testevent-schemas";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final AwsClients clients;
    private final FunctionCalls functions;
    private final ExecutionCalls executions;

    public SdkRemoteTargets(AwsClients clients) {
        this.clients = clients;
        this.functions = new FunctionCalls(clients);
        this.executions = new ExecutionCalls(clients);
    }

    @Override
    public FunctionReply invoke(FunctionCall call) {
        return functions.invoke(call);
    }

    @Override
    public boolean isExpress(String stateMachine) {
        return executions.isExpress(stateMachine);
    }

    @Override
    public ExecutionState runExpress(String stateMachine, String input, Map<String, String> parameters) {
        return executions.runExpress(stateMachine, input, parameters);
    }

    @Override
    public String start(String stateMachine, String input, Map<String, String> parameters) {
        return executions.start(stateMachine, input, parameters);
    }

    @Override
    public Optional<ExecutionState> execution(String arn) {
        return executions.execution(arn);
    }

    @Override
    public Optional<String> failedState(String execution) {
        return executions.failedState(execution);
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
}
