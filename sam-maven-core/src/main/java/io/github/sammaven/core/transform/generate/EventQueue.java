package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import java.util.Map;

/** Queues that events generate, and what lets services send to queues. */
public final class EventQueue {

    public static final String TYPE = "AWS::SQS::Queue";
    public static final String POLICY_TYPE = "AWS::SQS::QueuePolicy";

    private EventQueue() {}

    /** A queue with default settings. */
    public static CloudFormationResource standard(ResourceEvent event, String logicalId) {
        return event.owner()
                .beside(logicalId, TYPE, MappingNode.of(Map.of()))
                .withAttribute("Properties", MappingNode.of(Map.of()));
    }

    /** A first-in-first-out queue. */
    public static CloudFormationResource fifo(ResourceEvent event, String logicalId) {
        return event.owner().beside(logicalId, TYPE, MappingNode.of("FifoQueue", ScalarNode.bool(true)));
    }

    /**
     * Properties of a policy that lets {@code principal} send to a queue.
     *
     * @param queueArn its ARN
     * @param queueUrl its URL
     * @param sourceArn what must have caused the message
     */
    public static MappingNode policy(Node queueArn, Node queueUrl, Node principal, Node sourceArn) {
        MappingNode statement = MappingNode.builder()
                .put("Action", "sqs:SendMessage")
                .put("Effect", "Allow")
                .put("Principal", principal)
                .put("Resource", queueArn)
                .put("Condition", MappingNode.of("ArnEquals", MappingNode.of("aws:SourceArn", sourceArn)))
                .build();
        return MappingNode.builder()
                .put("PolicyDocument", PolicyDocument.of(statement))
                .put("Queues", SequenceNode.of(queueUrl))
                .build();
    }
}
