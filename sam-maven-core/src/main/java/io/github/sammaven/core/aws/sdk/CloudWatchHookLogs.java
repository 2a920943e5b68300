package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.HookLogs;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** CloudWatch Logs. The client is made when it is first needed; whoever made {@link AwsClients} closes it. */
public final class CloudWatchHookLogs implements HookLogs {

    /** The service finds the oldest first; what a hook writes fits into one page by far. */
    private static final int MOST_PAGES = 10;

    private final AwsClients clients;
    private final ServiceFailures failures;
    private @Nullable CloudWatchLogsClient client;

    public CloudWatchHookLogs(AwsClients clients) {
        this.clients = clients;
        this.failures = new ServiceFailures(clients.errors(), "logs");
    }

    @Override
    public List<String> last(String logGroup, Instant since, int most) {
        Deque<String> lines = new ArrayDeque<>();
        failures.calling("FilterLogEvents", "the log group " + logGroup + " cannot be read", () -> {
            try {
                client()
                        .filterLogEventsPaginator(
                                request -> request.logGroupName(logGroup).startTime(since.toEpochMilli()))
                        .stream()
                        .limit(MOST_PAGES)
                        .flatMap(page -> page.events().stream())
                        .map(FilteredLogEvent::message)
                        .flatMap(String::lines)
                        .filter(line -> !line.isBlank())
                        .forEach(line -> keep(lines, line, most));
            } catch (ResourceNotFoundException absent) {
                lines.clear();
            }
            return lines;
        });
        return List.copyOf(lines);
    }

    private static void keep(Deque<String> lines, String line, int most) {
        lines.addLast(line);
        if (lines.size() > most) {
            lines.removeFirst();
        }
    }

    private synchronized CloudWatchLogsClient client() {
        if (client == null) {
            client = clients.logs();
        }
        return client;
    }
}
