package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.transform.openapi.RestApis;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The event sources of state machines, for one run. */
public final class StateMachineEventSources {

    private final Map<String, StateMachineEventSource> byType = new HashMap<>();

    public StateMachineEventSources(RestApis apis) {
        byType.put("Api", new StateMachineApiEvent(apis));
        byType.put("Schedule", new StateMachineScheduleEvent());
        byType.put("ScheduleV2", new StateMachineScheduleV2Event());
        byType.put("CloudWatchEvent", new StateMachineRuleEvent());
        byType.put("EventBridgeRule", new StateMachineRuleEvent());
    }

    public Optional<StateMachineEventSource> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
