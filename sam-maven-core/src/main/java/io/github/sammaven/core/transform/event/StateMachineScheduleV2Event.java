package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.generate.SchedulerSchedule;
import java.util.List;

/** {@code ScheduleV2}: a schedule of EventBridge Scheduler that starts a state machine. */
final class StateMachineScheduleV2Event implements StateMachineEventSource {

    @Override
    public List<CloudFormationResource> translate(StateMachineEvent event) {
        return SchedulerSchedule.resources(event, event.target(), "StartExecutionPolicy", StartExecutionRole.ACTION);
    }
}
