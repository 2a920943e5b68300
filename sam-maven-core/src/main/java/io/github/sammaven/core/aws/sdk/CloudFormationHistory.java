package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ChangeSetId;
import io.github.sammaven.core.aws.EventPage;
import io.github.sammaven.core.aws.OperationFailure;
import io.github.sammaven.core.aws.StackHistory;
import io.github.sammaven.core.problem.SamException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;

/**
 * Events are those of {@code DescribeStackEvents}, which every emulator has and which tells detailed statuses and hooks
 * too. Only {@code DescribeEvents} tells which validations failed; it is asked once something has failed. Where the
 * service does not have it, that is found out once and kept.
 */
final class CloudFormationHistory implements StackHistory {

    private final Supplier<CloudFormationClient> client;
    private final CloudFormationFailures failures;
    private volatile boolean withoutList;

    /** @param client asked for when the first call needs it */
    CloudFormationHistory(Supplier<CloudFormationClient> client, CloudFormationFailures failures) {
        this.client = client;
        this.failures = failures;
    }

    @Override
    public EventPage events(String stackId, Optional<String> page) {
        DescribeStackEventsResponse answer =
                failures.calling("the events of the stack cannot be read", () -> client.get()
                        .describeStackEvents(
                                request -> request.stackName(stackId).nextToken(page.orElse(null))));
        return new EventPage(
                answer.stackEvents().stream().map(EventRecords::event).toList(),
                Optional.ofNullable(answer.nextToken()));
    }

    @Override
    public List<OperationFailure> failuresOf(String operationId) {
        return operationId.isEmpty() ? List.of() : listed(request -> request.operationId(operationId));
    }

    @Override
    public List<OperationFailure> failuresOf(ChangeSetId changeSet) {
        return listed(request -> request.changeSetName(changeSet.arn()));
    }

    private List<OperationFailure> listed(Consumer<DescribeEventsRequest.Builder> of) {
        if (withoutList) {
            return List.of();
        }
        try {
            return allPages(of);
        } catch (SamException notThere) {
            withoutList = true;
            return List.of();
        }
    }

    private List<OperationFailure> allPages(Consumer<DescribeEventsRequest.Builder> of) {
        List<OperationFailure> all = new ArrayList<>();
        DescribeEventsResponse page = page(of, null);
        EventRecords.failures(page).forEach(all::add);
        while (page.nextToken() != null) {
            page = page(of, page.nextToken());
            EventRecords.failures(page).forEach(all::add);
        }
        Collections.reverse(all);
        return all;
    }

    private DescribeEventsResponse page(Consumer<DescribeEventsRequest.Builder> of, @Nullable String token) {
        return failures.calling("the failures of the operation cannot be read", () -> client.get()
                .describeEvents(request -> {
                    of.accept(request);
                    request.filters(filter -> filter.failedEvents(true)).nextToken(token);
                }));
    }
}
