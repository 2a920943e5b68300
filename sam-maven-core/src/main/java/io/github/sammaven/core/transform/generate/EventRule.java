package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules of EventBridge that start a function or a state machine. */
public final class EventRule {

    public static final String TYPE = "AWS::Events::Rule";

    /** Quota: length of a target's id. */
    private static final int MAX_ID_LENGTH = 64;

    private EventRule() {}

    /** The rule of a {@code Schedule} event, and its dead-letter queue if it generates one. */
    public static List<CloudFormationResource> schedule(ResourceEvent event, RuleTarget target) {
        MappingNode.Builder rule = MappingNode.builder()
                .put("ScheduleExpression", event.get("Schedule"))
                .put("Name", event.get("Name"))
                .put("Description", event.get("Description"));
        return resources(event, rule, target);
    }

    /** The rule of an {@code EventBridgeRule} or {@code CloudWatchEvent} event. */
    public static List<CloudFormationResource> pattern(ResourceEvent event, RuleTarget target) {
        MappingNode.Builder rule = MappingNode.builder()
                .put("EventBusName", event.get("EventBusName"))
                .put("EventPattern", event.get("Pattern"))
                .put("Name", event.get("RuleName"));
        return resources(event, rule, target);
    }

    /** The ARN of the rule that an event generates. */
    public static MappingNode arn(ResourceEvent event) {
        return Intrinsic.getAtt(event.logicalId(), "Arn");
    }

    private static List<CloudFormationResource> resources(
            ResourceEvent event, MappingNode.Builder rule, RuleTarget target) {
        Optional<EventDeadLetterQueue> queue = EventDeadLetterQueue.ofRule(event, arn(event));
        rule.put("State", state(event));
        rule.put("Targets", SequenceNode.of(target(event, target, queue)));
        List<CloudFormationResource> resources = new ArrayList<>();
        resources.add(event.resource("", TYPE, rule.build()));
        queue.ifPresent(made -> resources.addAll(made.resources()));
        return resources;
    }

    private static Optional<Node> state(ResourceEvent event) {
        Optional<Node> enabled = event.get("Enabled");
        Optional<Node> state = event.given("State");
        if (enabled.isPresent() && state.isPresent()) {
            throw event.invalid(
                    enabled.get(), "State and Enabled are both set", "keep State: ENABLED or State: DISABLED");
        }
        return state.or(() -> enabled.map(value -> ScalarNode.string(BlankValue.is(value) ? "DISABLED" : "ENABLED")));
    }

    private static MappingNode target(ResourceEvent event, RuleTarget target, Optional<EventDeadLetterQueue> queue) {
        return MappingNode.builder()
                .put("Arn", target.arn())
                .put("Id", targetId(event, target))
                .put("RoleArn", target.roleArn())
                .put("Input", event.get("Input"))
                .put("InputPath", event.get("InputPath"))
                .put("InputTransformer", event.get("InputTransformer"))
                .put("DeadLetterConfig", queue.map(EventDeadLetterQueue::config))
                .put("RetryPolicy", event.get("RetryPolicy"))
                .build();
    }

    private static Node targetId(ResourceEvent event, RuleTarget target) {
        Optional<Node> given = event.get("Target")
                .flatMap(Node::asMapping)
                .flatMap(mapping -> mapping.get("Id"))
                .filter(id -> !id.isNull());
        String id = event.logicalId();
        int room = MAX_ID_LENGTH - target.kind().length();
        return given.orElseGet(
                () -> ScalarNode.string((id.length() > room ? id.substring(0, room) : id) + target.kind()));
    }
}
