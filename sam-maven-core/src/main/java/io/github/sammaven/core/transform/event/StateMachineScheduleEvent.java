package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.generate.EventRule;
import io.github.sammaven.core.transform.generate.RuleTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Schedule}: a rule that starts a state machine at fixed times. */
final class StateMachineScheduleEvent implements StateMachineEventSource {

    @Override
    public List<CloudFormationResource> translate(StateMachineEvent event) {
        Optional<Node> given = event.get("RoleArn");
        Node roleArn = given.orElseGet(() -> StartExecutionRole.arn(event));
        List<CloudFormationResource> resources =
                new ArrayList<>(EventRule.schedule(event, RuleTarget.stateMachine(event.target(), roleArn)));
        if (given.isEmpty()) {
            resources.add(StartExecutionRole.of(event, "events.amazonaws.com"));
        }
        return resources;
    }
}
