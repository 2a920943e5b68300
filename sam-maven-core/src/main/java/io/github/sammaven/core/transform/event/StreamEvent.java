package io.github.sammaven.core.transform.event;

import java.util.List;

/** {@code Kinesis}, {@code DynamoDB} and {@code SQS}: sources that need a managed policy and nothing else. */
final class StreamEvent extends PolledEvent {

    private final String source;
    private final String managedPolicy;

    private StreamEvent(String source, String managedPolicy) {
        this.source = source;
        this.managedPolicy = managedPolicy;
    }

    static StreamEvent kinesis() {
        return new StreamEvent("Stream", "service-role/AWSLambdaKinesisExecutionRole");
    }

    static StreamEvent dynamoDb() {
        return new StreamEvent("Stream", "service-role/AWSLambdaDynamoDBExecutionRole");
    }

    static StreamEvent sqs() {
        return new StreamEvent("Queue", "service-role/AWSLambdaSQSQueueExecutionRole");
    }

    @Override
    void describe(FunctionEvent event, EventSourceMapping mapping) {
        mapping.source(source);
    }

    @Override
    List<String> managedPolicies() {
        return List.of(managedPolicy);
    }
}
