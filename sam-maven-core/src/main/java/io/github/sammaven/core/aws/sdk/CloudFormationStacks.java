package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ChangeSetDescription;
import io.github.sammaven.core.aws.ChangeSetId;
import io.github.sammaven.core.aws.ChangeSetRequest;
import io.github.sammaven.core.aws.ChangeSetState;
import io.github.sammaven.core.aws.EventPage;
import io.github.sammaven.core.aws.OperationFailure;
import io.github.sammaven.core.aws.PlannedChange;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;

/** CloudFormation. The client is made when it is first needed; whoever made {@link AwsClients} closes it. */
public final class CloudFormationStacks implements StackGateway {

    private final AwsClients clients;
    private final CloudFormationFailures failures;
    private final CloudFormationHistory history;
    private @Nullable CloudFormationClient client;

    public CloudFormationStacks(AwsClients clients) {
        this.clients = clients;
        this.failures = new CloudFormationFailures(clients.errors());
        this.history = new CloudFormationHistory(this::client, failures);
    }

    /** Makes the client and finds the credentials, for a first call that does not wait for it. */
    public void prepare() {
        client();
        clients.prepareCredentials();
    }

    @Override
    public String region() {
        return client().serviceClientConfiguration().region().id();
    }

    @Override
    public Optional<StackDescription> describe(String stack) {
        return failures.unlessAbsent(
                "the stack " + stack + " cannot be read",
                () -> client().describeStacks(request -> request.stackName(stack)).stacks().stream()
                        .findFirst()
                        .map(StackRecords::stack)
                        .orElse(null));
    }

    @Override
    public ChangeSetId createChangeSet(ChangeSetRequest request) {
        CreateChangeSetResponse created = failures.calling(
                "the change set for " + request.stackName() + " cannot be made",
                () -> client().createChangeSet(StackRecords.request(request)));
        return new ChangeSetId(created.id(), created.stackId());
    }

    @Override
    public ChangeSetDescription describeChangeSet(ChangeSetId changeSet) {
        List<PlannedChange> changes = new ArrayList<>();
        DescribeChangeSetResponse page = page(changeSet, null);
        changes.addAll(ChangeRecords.of(page));
        while (page.nextToken() != null) {
            page = page(changeSet, page.nextToken());
            changes.addAll(ChangeRecords.of(page));
        }
        return new ChangeSetDescription(page.statusAsString(), StackRecords.orEmpty(page.statusReason()), changes);
    }

    private DescribeChangeSetResponse page(ChangeSetId changeSet, @Nullable String token) {
        // An ARN suffices; of a nested stack that is not made yet no more is known.
        String stack = changeSet.stackId().isEmpty() ? null : changeSet.stackId();
        return failures.calling(
                "the change set cannot be read", () -> client().describeChangeSet(request -> request.stackName(stack)
                        .changeSetName(changeSet.arn())
                        .includePropertyValues(true)
                        .nextToken(token)));
    }

    @Override
    public void executeChangeSet(ChangeSetId changeSet, boolean disableRollback) {
        failures.calling("the change set cannot be executed", () -> client().executeChangeSet(request -> {
            request.stackName(changeSet.stackId())
                    .changeSetName(changeSet.arn())
                    .clientRequestToken(
                            changeSet.arn().substring(changeSet.arn().lastIndexOf('/') + 1));
            if (disableRollback) {
                request.disableRollback(true);
            }
        }));
    }

    @Override
    public void deleteChangeSet(ChangeSetId changeSet) {
        failures.calling("the change set cannot be deleted", () -> client().deleteChangeSet(
                        request -> request.stackName(changeSet.stackId()).changeSetName(changeSet.arn())));
    }

    @Override
    public EventPage events(String stackId, Optional<String> page) {
        return history.events(stackId, page);
    }

    @Override
    public List<OperationFailure> failuresOf(String operationId) {
        return history.failuresOf(operationId);
    }

    @Override
    public List<OperationFailure> failuresOf(ChangeSetId changeSet) {
        return history.failuresOf(changeSet);
    }

    @Override
    public Optional<ChangeSetState> changeSet(String changeSet, Optional<String> stack) {
        return failures.unlessAbsent(
                "the change set cannot be read",
                () -> StackRecords.state(client().describeChangeSet(
                                request -> request.changeSetName(changeSet).stackName(stack.orElse(null)))));
    }

    @Override
    public List<String> changeSets(String stackId) {
        return failures.calling(
                "the change sets of the stack cannot be read",
                () -> client().listChangeSetsPaginator(request -> request.stackName(stackId)).summaries().stream()
                        .map(ChangeSetSummary::changeSetId)
                        .toList());
    }

    @Override
    public void deleteStack(String stackId) {
        failures.calling(
                "the stack cannot be deleted", () -> client().deleteStack(request -> request.stackName(stackId)));
    }

    @Override
    public void continueRollback(String stackId) {
        failures.calling("the rollback cannot be continued", () -> client().continueUpdateRollback(
                        request -> request.stackName(stackId)));
    }

    @Override
    public void protectFromTermination(String stackId, boolean protect) {
        failures.calling("the termination protection cannot be set", () -> client().updateTerminationProtection(
                        request -> request.stackName(stackId).enableTerminationProtection(protect)));
    }

    private synchronized CloudFormationClient client() {
        if (client == null) {
            client = clients.cloudFormation(new ExpressMode());
        }
        return client;
    }
}
