package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.LogEvent;
import io.github.sammaven.core.aws.LogEvents;
import io.github.sammaven.core.aws.LogPage;
import io.github.sammaven.core.aws.LogQuery;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** CloudWatch Logs. The client is made when it is first needed. */
public final class CloudWatchLogEvents implements LogEvents {

    private final AwsClients clients;
    private final PassingFaults faults;

    public CloudWatchLogEvents(AwsClients clients) {
        this.clients = clients;
        this.faults = new PassingFaults(clients.errors());
    }

    @Override
    public Optional<LogPage> page(LogQuery query, Optional<String> token) {
        FilterLogEventsRequest.Builder request = FilterLogEventsRequest.builder()
                .startTime(query.from().toEpochMilli())
                .endTime(query.to().map(Instant::toEpochMilli).orElse(null))
                .filterPattern(query.pattern().orElse(null))
                .nextToken(token.orElse(null));
        if (query.group().startsWith("arn:")) {
            request.logGroupIdentifier(query.group().replaceFirst(":\\*$", ""));
        } else {
            request.logGroupName(query.group());
        }
        try {
            FilterLogEventsResponse page = clients.logs().filterLogEvents(request.build());
            return Optional.of(new LogPage(
                    page.events().stream().map(CloudWatchLogEvents::event).toList(),
                    Optional.ofNullable(page.nextToken())));
        } catch (ResourceNotFoundException absent) {
            return Optional.empty();
        } catch (InvalidParameterException refused) {
            throw refusal(query, refused);
        } catch (SdkException failure) {
            throw faults.of("logs", "the log group " + query.group() + " cannot be read", failure);
        }
    }

    private RuntimeException refusal(LogQuery query, InvalidParameterException refused) {
        String words = StackRecords.orEmpty(refused.awsErrorDetails().errorMessage());
        return query.pattern()
                .filter(pattern -> words.contains("pattern"))
                .<RuntimeException>map(
                        pattern -> new InvalidOptionException(
                                "CloudWatch Logs does not take the filter '" + pattern + "': " + words,
                                "write words (ERROR), text in double quotes (\"order 12\") or { $.level = \"ERROR\" } for JSON"))
                .orElseGet(() -> faults.of("logs", "the log group " + query.group() + " cannot be read", refused));
    }

    private static LogEvent event(FilteredLogEvent event) {
        return new LogEvent(
                StackRecords.orEmpty(event.logStreamName()),
                number(event.timestamp()),
                StackRecords.orEmpty(event.message()),
                number(event.ingestionTime()),
                StackRecords.orEmpty(event.eventId()));
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
