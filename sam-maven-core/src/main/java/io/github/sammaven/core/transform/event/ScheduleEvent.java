package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.transform.generate.EventRule;
import io.github.sammaven.core.transform.generate.RuleTarget;

/** {@code Schedule}: a rule that calls the function at fixed times. */
final class ScheduleEvent implements FunctionEventSource {

    @Override
    public EventResult translate(FunctionEvent event) {
        return RulePermission.added(event, EventRule.schedule(event, RuleTarget.lambda(event.target())));
    }
}
