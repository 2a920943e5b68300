package io.github.sammaven.core.operate.invoke;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be sent something, in the order in which a stack is searched for it. */
enum TargetKind {
    FUNCTION(
            "AWS::Lambda::Function",
            ":lambda:",
            "function",
            Set.of("InvocationType", "LogType", "Qualifier", "ClientContext", "TenantId"),
            Set.of("FunctionName", "Payload")),
    STATE_MACHINE(
            "AWS::StepFunctions::StateMachine",
            ":states:",
            "state machine",
            Set.of("name", "traceHeader"),
            Set.of("stateMachineArn", "input")),
    QUEUE(
            "AWS::SQS::Queue",
            ":sqs:",
            "queue",
            Set.of("DelaySeconds", "MessageGroupId", "MessageDeduplicationId"),
            Set.of("QueueUrl", "MessageBody")),
    STREAM(
            "AWS::Kinesis::Stream",
            ":kinesis:",
            "stream",
            Set.of("PartitionKey", "ExplicitHashKey", "SequenceNumberForOrdering"),
            Set.of("StreamName", "StreamARN", "Data"));

    private final String type;
    private final String inArn;
    private final String shown;
    private final Set<String> parameters;
    private final Set<String> ours;

    TargetKind(String type, String inArn, String shown, Set<String> parameters, Set<String> ours) {
        this.type = type;
        this.inArn = inArn;
        this.shown = shown;
        this.parameters = parameters;
        this.ours = ours;
    }

    String type() {
        return type;
    }

    String shown() {
        return shown;
    }

    /** Names of what may be said to its API. */
    Set<String> parameters() {
        return parameters;
    }

    /** Names of what is said to its API anyway. */
    Set<String> ours() {
        return ours;
    }

    static Optional<TargetKind> ofType(String type) {
        return Stream.of(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    static Optional<TargetKind> ofArn(String arn) {
        return Stream.of(values()).filter(kind -> arn.contains(kind.inArn)).findFirst();
    }

    static List<String> types() {
        return Stream.of(values()).map(kind -> kind.type).toList();
    }
}
