package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code DeadLetterConfig} of a rule or a schedule: a queue of the user's or a generated one.
 *
 * @param arn the queue's ARN
 * @param resources the generated queue, if it is one
 */
public record EventDeadLetterQueue(Node arn, List<CloudFormationResource> resources) {

    public EventDeadLetterQueue {
        resources = List.copyOf(resources);
    }

    /** The queue of a schedule of the scheduler, which sends to it by a role. */
    public static Optional<EventDeadLetterQueue> ofSchedule(ResourceEvent event) {
        return event.get("DeadLetterConfig").map(config -> of(event, config, List.of()));
    }

    /**
     * The queue of a rule, with the policy that a generated one needs.
     *
     * @param ruleArn the rule that sends to it
     */
    public static Optional<EventDeadLetterQueue> ofRule(ResourceEvent event, Node ruleArn) {
        return event.get("DeadLetterConfig").map(config -> {
            Node arn = Intrinsic.getAtt(queueId(event, config), "Arn");
            CloudFormationResource policy = event.resource(
                    "QueuePolicy",
                    EventQueue.POLICY_TYPE,
                    EventQueue.policy(
                            arn,
                            Intrinsic.ref(queueId(event, config)),
                            MappingNode.builder()
                                    .put("Service", "events.amazonaws.com")
                                    .build(),
                            ruleArn));
            return of(event, config, List.of(policy));
        });
    }

    /** The entry {@code DeadLetterConfig} of a target. */
    public MappingNode config() {
        return MappingNode.of("Arn", arn);
    }

    private static EventDeadLetterQueue of(ResourceEvent event, Node config, List<CloudFormationResource> policy) {
        MappingNode mapping = mapping(event, config);
        Optional<Node> arn = given(mapping, "Arn");
        Optional<Node> type = given(mapping, "Type");
        if (mapping.has("Arn") == mapping.has("Type")) {
            throw event.invalid(
                    config,
                    arn.isPresent() ? "DeadLetterConfig has both Arn and Type" : "DeadLetterConfig has no Arn or Type",
                    "give Arn for a queue that exists, or Type: SQS for a new one");
        }
        if (arn.isPresent()) {
            return new EventDeadLetterQueue(arn.get(), List.of());
        }
        if (type.get().asText().filter("SQS"::equals).isEmpty()) {
            throw event.invalid(type.get(), "DeadLetterConfig.Type must be SQS", "");
        }
        String queueId = queueId(event, config);
        List<CloudFormationResource> resources = new ArrayList<>();
        resources.add(EventQueue.standard(event, queueId));
        resources.addAll(policy);
        return new EventDeadLetterQueue(Intrinsic.getAtt(queueId, "Arn"), resources);
    }

    private static MappingNode mapping(ResourceEvent event, Node config) {
        return config.asMapping().orElseThrow(() -> wrongKind(event, config, "DeadLetterConfig", "a mapping"));
    }

    private static String queueId(ResourceEvent event, Node config) {
        Optional<Node> id = given(mapping(event, config), "QueueLogicalId").filter(value -> !BlankValue.is(value));
        return id.map(value -> value.asText()
                        .orElseThrow(() -> wrongKind(event, value, "DeadLetterConfig.QueueLogicalId", "a string")))
                .orElseGet(() -> event.logicalId() + "Queue");
    }

    private static InvalidResourceException wrongKind(ResourceEvent event, Node part, String name, String kind) {
        return event.invalid(part, "%s must be %s, this is %s".formatted(name, kind, part.kindName()), "");
    }

    private static Optional<Node> given(MappingNode mapping, String name) {
        return mapping.get(name).filter(value -> !value.isNull());
    }
}
