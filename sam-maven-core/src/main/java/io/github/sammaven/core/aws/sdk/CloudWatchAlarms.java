package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.AlarmState;
import io.github.sammaven.core.aws.Alarms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;

/** CloudWatch. The client is made when it is first needed; whoever made {@link AwsClients} closes it. */
public final class CloudWatchAlarms implements Alarms {

    /** What DescribeAlarms takes and gives at once. */
    private static final int NAMES_PER_CALL = 100;

    private final AwsClients clients;
    private final ServiceFailures failures;
    private @Nullable CloudWatchClient client;

    public CloudWatchAlarms(AwsClients clients) {
        this.clients = clients;
        this.failures = new ServiceFailures(clients.errors(), "cloudwatch");
    }

    @Override
    public List<AlarmState> states(Collection<String> names) {
        List<String> all = names.stream().distinct().toList();
        List<AlarmState> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += NAMES_PER_CALL) {
            List<String> some = all.subList(from, Math.min(all.size(), from + NAMES_PER_CALL));
            failures.calling("DescribeAlarms", "the alarms cannot be read", () -> {
                client().describeAlarmsPaginator(request -> request.alarmNames(some)
                                .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                                .maxRecords(NAMES_PER_CALL))
                        .forEach(page -> add(page, found));
                return found;
            });
        }
        return found;
    }

    private static void add(DescribeAlarmsResponse page, List<AlarmState> found) {
        page.metricAlarms()
                .forEach(alarm -> found.add(new AlarmState(
                        alarm.alarmName(),
                        StackRecords.orEmpty(alarm.stateValueAsString()),
                        StackRecords.orEmpty(alarm.stateReason()),
                        Optional.ofNullable(alarm.stateTransitionedTimestamp())
                                .or(() -> Optional.ofNullable(alarm.stateUpdatedTimestamp())))));
        page.compositeAlarms()
                .forEach(alarm -> found.add(new AlarmState(
                        alarm.alarmName(),
                        StackRecords.orEmpty(alarm.stateValueAsString()),
                        StackRecords.orEmpty(alarm.stateReason()),
                        Optional.ofNullable(alarm.stateTransitionedTimestamp())
                                .or(() -> Optional.ofNullable(alarm.stateUpdatedTimestamp())))));
    }

    private synchronized CloudWatchClient client() {
        if (client == null) {
            client = clients.cloudWatch();
        }
        return client;
    }
}
