package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.generate.EventQueue;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code SNS}: messages of a topic call the function, directly or through a queue. */
final class SnsEvent implements FunctionEventSource {

    private static final String TOPIC = "AWS::SNS::Topic";
    private static final String QUEUE_POLICY = "service-role/AWSLambdaSQSQueueExecutionRole";
    private static final List<String> COPIED = List.of("Region", "FilterPolicy", "FilterPolicyScope", "RedrivePolicy");

    private final TransformContext context;

    SnsEvent(TransformContext context) {
        this.context = context;
    }

    @Override
    public EventResult translate(FunctionEvent event) {
        Node topic = event.get("Topic").orElse(ScalarNode.string(""));
        Optional<Node> subscription = event.given("SqsSubscription");
        if (subscription.isEmpty()) {
            CloudFormationResource permission = event.resource(
                    "Permission",
                    LambdaPermission.TYPE,
                    LambdaPermission.of(event.target().name(), "sns.amazonaws.com")
                            .withSourceArn(topic)
                            .properties());
            return EventResult.of(List.of(
                    permission,
                    subscription(event, topic, "lambda", event.target().arn())));
        }
        return subscription
                .get()
                .asMapping()
                .map(settings -> throughGivenQueue(event, topic, settings))
                .orElseGet(() -> throughQueue(event, topic));
    }

    private EventResult throughQueue(FunctionEvent event, Node topic) {
        String queueId = event.logicalId() + "Queue";
        CloudFormationResource queue =
                isFifo(topic) ? EventQueue.fifo(event, queueId) : EventQueue.standard(event, queueId);
        Node arn = Intrinsic.getAtt(queueId, "Arn");
        List<CloudFormationResource> resources = new ArrayList<>();
        resources.add(mapping(event, arn, ScalarNode.integer(10)));
        resources.add(queue);
        resources.add(event.resource(
                "QueuePolicy",
                EventQueue.POLICY_TYPE,
                EventQueue.policy(arn, Intrinsic.ref(queueId), ScalarNode.string("*"), topic)));
        resources.add(subscription(event, topic, "sqs", arn));
        return new EventResult(resources, List.of(QUEUE_POLICY), List.of());
    }

    private EventResult throughGivenQueue(FunctionEvent event, Node topic, MappingNode settings) {
        Optional<Node> arn = given(settings, "QueueArn");
        Optional<Node> url = given(settings, "QueueUrl");
        if (arn.isEmpty() || url.isEmpty()) {
            throw event.invalid(
                    settings,
                    "SqsSubscription needs QueueArn and QueueUrl",
                    "or SqsSubscription: true for a new queue");
        }
        String policyId = settings.text("QueuePolicyLogicalId")
                .filter(id -> !id.isEmpty())
                .orElse(event.logicalId() + "QueuePolicy");
        Node batchSize = given(settings, "BatchSize").orElse(ScalarNode.integer(10));
        List<CloudFormationResource> resources = new ArrayList<>();
        resources.add(mapping(event, arn.get(), batchSize));
        resources.add(event.function()
                .beside(
                        policyId,
                        EventQueue.POLICY_TYPE,
                        EventQueue.policy(arn.get(), url.get(), ScalarNode.string("*"), topic)));
        resources.add(subscription(event, topic, "sqs", arn.get()));
        return new EventResult(resources, List.of(QUEUE_POLICY), List.of());
    }

    private static Optional<Node> given(MappingNode settings, String name) {
        return settings.get(name).filter(value -> !BlankValue.is(value));
    }

    private boolean isFifo(Node topic) {
        return Intrinsic.of(topic)
                .filter(function -> function.is(Intrinsic.REF))
                .flatMap(function -> function.argument().asText())
                .flatMap(id -> context.source(id, TOPIC))
                .flatMap(resource -> resource.mapping("Properties"))
                .flatMap(properties -> properties.get("FifoTopic"))
                .map(context.parameters()::resolve)
                .flatMap(Node::asText)
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }

    private static CloudFormationResource mapping(FunctionEvent event, Node queueArn, Node batchSize) {
        return event.resource(
                "EventSourceMapping",
                EventSourceMapping.TYPE,
                MappingNode.builder()
                        .put("BatchSize", batchSize)
                        .put("Enabled", ScalarNode.bool(true))
                        .put("EventSourceArn", queueArn)
                        .put("FunctionName", event.target().name())
                        .build());
    }

    private static CloudFormationResource subscription(
            FunctionEvent event, Node topic, String protocol, Node endpoint) {
        MappingNode.Builder subscription = MappingNode.builder()
                .put("Endpoint", endpoint)
                .put("Protocol", protocol)
                .put("TopicArn", topic);
        COPIED.forEach(name -> subscription.put(name, event.get(name)));
        return event.resource("", "AWS::SNS::Subscription", subscription.build());
    }
}
