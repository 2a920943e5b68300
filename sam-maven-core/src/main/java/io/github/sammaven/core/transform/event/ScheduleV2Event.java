package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.transform.generate.LambdaPermission;
import io.github.sammaven.core.transform.generate.SchedulerSchedule;

/** {@code ScheduleV2}: a schedule of EventBridge Scheduler that calls the function by a role. */
final class ScheduleV2Event implements FunctionEventSource {

    @Override
    public EventResult translate(FunctionEvent event) {
        return EventResult.of(
                SchedulerSchedule.resources(event, event.target().arn(), "LambdaPolicy", LambdaPermission.INVOKE));
    }
}
