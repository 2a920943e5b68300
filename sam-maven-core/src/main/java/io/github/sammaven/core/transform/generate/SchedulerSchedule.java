package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Schedules of EventBridge Scheduler, which start a target by a role. */
public final class SchedulerSchedule {

    public static final String TYPE = "AWS::Scheduler::Schedule";

    private static final List<String> COPIED = List.of(
            "ScheduleExpression",
            "Description",
            "StartDate",
            "EndDate",
            "ScheduleExpressionTimezone",
            "GroupName",
            "KmsKeyArn");

    private SchedulerSchedule() {}

    /**
     * The schedule of a {@code ScheduleV2} event, its dead-letter queue and its role, if it generates them.
     *
     * @param target ARN of what is started
     * @param policyKind end of the name of the role's policy, {@code LambdaPolicy}
     * @param action what the policy allows, {@code lambda:InvokeFunction}
     */
    public static List<CloudFormationResource> resources(
            ResourceEvent event, Node target, String policyKind, String action) {
        Optional<EventDeadLetterQueue> queue = EventDeadLetterQueue.ofSchedule(event);
        Optional<Node> roleArn = event.given("RoleArn");
        MappingNode.Builder schedule = MappingNode.builder();
        COPIED.forEach(name -> schedule.put(name, event.get(name)));
        schedule.put("State", event.given("State"))
                .put(
                        "FlexibleTimeWindow",
                        event.given("FlexibleTimeWindow")
                                .orElseGet(() -> MappingNode.of("Mode", ScalarNode.string("OFF"))))
                .put("Name", name(event))
                .put(
                        "Target",
                        MappingNode.builder()
                                .put("Arn", target)
                                .put("RoleArn", roleArn.orElseGet(() -> Intrinsic.getAtt(roleId(event), "Arn")))
                                .put("Input", event.get("Input"))
                                .put("DeadLetterConfig", queue.map(EventDeadLetterQueue::config))
                                .put("RetryPolicy", event.get("RetryPolicy"))
                                .build());
        List<CloudFormationResource> resources = new ArrayList<>();
        resources.add(event.resource("", TYPE, schedule.build()));
        queue.ifPresent(made -> resources.addAll(made.resources()));
        if (roleArn.isEmpty()) {
            IamRole role = IamRole.assumedBy("scheduler.amazonaws.com")
                    .policy(allowing(event.logicalId() + policyKind, action, target))
                    .permissionsBoundary(event.given("PermissionsBoundary"));
            queue.ifPresent(
                    made -> role.policy(allowing(event.logicalId() + "SQSPolicy", "sqs:SendMessage", made.arn())));
            resources.add(event.resource("Role", IamRole.TYPE, role.properties()));
        }
        return resources;
    }

    private static Optional<Node> name(ResourceEvent event) {
        Optional<Node> name = event.given("Name");
        boolean omitted =
                event.get("OmitName").filter(ScalarNode.bool(true)::equals).isPresent();
        if (!omitted) {
            return Optional.of(name.orElseGet(() -> ScalarNode.string(event.logicalId())));
        }
        name.ifPresent(given -> {
            throw event.invalid(given, "Name is set although OmitName is true", "remove one of the two");
        });
        return Optional.empty();
    }

    private static String roleId(ResourceEvent event) {
        return event.logicalId() + "Role";
    }

    private static MappingNode allowing(String policyName, String action, Node resource) {
        return PolicyDocument.named(
                policyName, PolicyDocument.withoutVersion(List.of(PolicyDocument.allow(action, resource))));
    }
}
