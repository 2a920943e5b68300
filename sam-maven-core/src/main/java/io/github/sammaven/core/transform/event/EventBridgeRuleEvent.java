package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.transform.generate.EventRule;
import io.github.sammaven.core.transform.generate.RuleTarget;

/** {@code EventBridgeRule} and {@code CloudWatchEvent}: a rule that calls the function on matching events. */
final class EventBridgeRuleEvent implements FunctionEventSource {

    @Override
    public EventResult translate(FunctionEvent event) {
        return RulePermission.added(event, EventRule.pattern(event, RuleTarget.lambda(event.target())));
    }
}
