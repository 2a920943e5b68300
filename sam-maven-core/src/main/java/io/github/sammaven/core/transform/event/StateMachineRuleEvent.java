package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.generate.EventRule;
import io.github.sammaven.core.transform.generate.RuleTarget;
import java.util.ArrayList;
import java.util.List;

/** {@code EventBridgeRule} and {@code CloudWatchEvent}: a rule that starts a state machine on matching events. */
final class StateMachineRuleEvent implements StateMachineEventSource {

    @Override
    public List<CloudFormationResource> translate(StateMachineEvent event) {
        List<CloudFormationResource> resources = new ArrayList<>(
                EventRule.pattern(event, RuleTarget.stateMachine(event.target(), StartExecutionRole.arn(event))));
        resources.add(StartExecutionRole.of(event, "events.amazonaws.com"));
        return resources;
    }
}
