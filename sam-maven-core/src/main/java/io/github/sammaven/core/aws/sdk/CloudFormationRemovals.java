package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.RemovableStack;
import io.github.sammaven.core.aws.RemovableStacks;
import io.github.sammaven.core.aws.StackDeletionMode;
import io.github.sammaven.core.aws.StackResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

/** CloudFormation when stacks are deleted. The client is made when it is first needed. */
public final class CloudFormationRemovals implements RemovableStacks {

    private final AwsClients clients;
    private final CloudFormationFailures failures;

    public CloudFormationRemovals(AwsClients clients) {
        this.clients = clients;
        this.failures = new CloudFormationFailures(clients.errors());
    }

    @Override
    public Optional<RemovableStack> describe(String stack) {
        return failures.unlessAbsent(
                "the stack " + stack + " cannot be read",
                () -> clients.cloudFormation().describeStacks(request -> request.stackName(stack)).stacks().stream()
                        .findFirst()
                        .map(CloudFormationRemovals::removable)
                        .orElse(null));
    }

    @Override
    public List<RemovableStack> all() {
        return failures.calling(
                "the other stacks of the region cannot be listed",
                () -> clients.cloudFormation().describeStacksPaginator().stacks().stream()
                        .map(CloudFormationRemovals::removable)
                        .toList());
    }

    private static RemovableStack removable(Stack stack) {
        return new RemovableStack(
                StackRecords.stack(stack),
                Boolean.TRUE.equals(stack.enableTerminationProtection()),
                Optional.ofNullable(stack.parentId()),
                Optional.ofNullable(stack.rootId()),
                stack.parameters().stream()
                        .map(Parameter::parameterValue)
                        .map(StackRecords::orEmpty)
                        .toList());
    }

    @Override
    public Optional<String> original(String stackId, Optional<String> changeSet) {
        return template(stackId, changeSet.orElse(null), TemplateStage.ORIGINAL);
    }

    @Override
    public Optional<String> processed(String stackId) {
        return template(stackId, null, TemplateStage.PROCESSED);
    }

    private Optional<String> template(String stackId, @Nullable String changeSet, TemplateStage stage) {
        return failures.unlessAbsent(
                "the template of the stack " + nameIn(stackId) + " cannot be read", () -> clients.cloudFormation()
                        .getTemplate(request -> request.stackName(stackId)
                                .changeSetName(changeSet)
                                .templateStage(stage))
                        .templateBody());
    }

    @Override
    public List<String> pendingChangeSets(String stackId) {
        return failures.unlessAbsent(
                        "the change sets of the stack " + nameIn(stackId) + " cannot be listed", () -> clients
                                .cloudFormation()
                                .listChangeSetsPaginator(request -> request.stackName(stackId))
                                .summaries()
                                .stream()
                                .filter(summary -> summary.executionStatus() == ExecutionStatus.AVAILABLE)
                                .map(summary -> summary.changeSetId())
                                .toList())
                .orElse(List.of());
    }

    @Override
    public List<StackResource> resources(String stackId) {
        return failures.unlessAbsent("the resources of the stack " + nameIn(stackId) + " cannot be read", () -> clients
                        .cloudFormation()
                        .listStackResourcesPaginator(request -> request.stackName(stackId))
                        .stackResourceSummaries()
                        .stream()
                        .filter(found -> found.resourceStatus() != ResourceStatus.DELETE_COMPLETE)
                        .map(found -> new StackResource(
                                found.logicalResourceId(),
                                StackRecords.orEmpty(found.physicalResourceId()),
                                StackRecords.orEmpty(found.resourceType())))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public void endProtection(String stackId) {
        failures.calling(
                "the termination protection of the stack " + nameIn(stackId) + " cannot be switched off",
                () -> clients.cloudFormation().updateTerminationProtection(request -> request.stackName(stackId)
                        .enableTerminationProtection(false)));
    }

    @Override
    public void delete(String stackId, Set<String> retained, StackDeletionMode mode) {
        DeleteStackRequest.Builder request = DeleteStackRequest.builder().stackName(stackId);
        mode.roleArn().ifPresent(request::roleARN);
        if (!retained.isEmpty()) {
            request.retainResources(retained);
        }
        if (mode.express()) {
            request.overrideConfiguration(
                    call -> call.putExecutionAttribute(ExpressMode.DISABLE_ROLLBACK, Optional.empty()));
        }
        failures.calling("the stack " + nameIn(stackId) + " cannot be deleted", () -> client(mode)
                .deleteStack(request.build()));
    }

    private CloudFormationClient client(StackDeletionMode mode) {
        return mode.express() ? clients.cloudFormation(new ExpressMode()) : clients.cloudFormation();
    }

    /** {@code arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/ID} is no text for people. */
    private static String nameIn(String stackId) {
        String[] parts = stackId.split("/");
        return stackId.startsWith("arn:") && parts.length > 1 ? parts[1] : stackId;
    }
}
