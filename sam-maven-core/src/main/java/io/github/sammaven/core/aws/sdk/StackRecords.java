package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ChangeSetId;
import io.github.sammaven.core.aws.ChangeSetRequest;
import io.github.sammaven.core.aws.ChangeSetState;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackOutput;
import io.github.sammaven.core.aws.TemplateSource;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceToImport;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** The port's records to and from the SDK's. */
final class StackRecords {

    private StackRecords() {}

    static CreateChangeSetRequest request(ChangeSetRequest wanted) {
        CreateChangeSetRequest.Builder request = CreateChangeSetRequest.builder()
                .stackName(wanted.stackName())
                .changeSetName(wanted.name())
                // Not the name: some change sets are always called the same, and the service remembers tokens.
                .clientToken(UUID.randomUUID().toString())
                .changeSetType(wanted.type().name())
                .description(wanted.description())
                .parameters(wanted.parameters().stream()
                        .map(parameter -> Parameter.builder()
                                .parameterKey(parameter.name())
                                .parameterValue(parameter.value().orElse(null))
                                .usePreviousValue(parameter.value().isEmpty() ? true : null)
                                .build())
                        .toList())
                .tags(wanted.tags().entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList());
        if (wanted.template() instanceof TemplateSource.Inline inline) {
            request.templateBody(inline.body());
        } else if (wanted.template() instanceof TemplateSource.Uploaded uploaded) {
            request.templateURL(uploaded.url().toString());
        }
        if (!wanted.capabilities().isEmpty()) {
            request.capabilitiesWithStrings(wanted.capabilities());
        }
        if (!wanted.notificationArns().isEmpty()) {
            request.notificationARNs(wanted.notificationArns());
        }
        wanted.roleArn().ifPresent(request::roleARN);
        if (wanted.nestedStacks()) {
            request.includeNestedStacks(true);
        }
        if (wanted.deleteOnFailure()) {
            request.onStackFailure(OnStackFailure.DELETE);
        }
        if (!wanted.imports().isEmpty()) {
            request.resourcesToImport(
                    wanted.imports().stream().map(StackRecords::toImport).toList());
        }
        wanted.express()
                .ifPresent(disableRollback -> request.overrideConfiguration(call ->
                        call.putExecutionAttribute(ExpressMode.DISABLE_ROLLBACK, Optional.of(disableRollback))));
        return request.build();
    }

    private static ResourceToImport toImport(io.github.sammaven.core.aws.ResourceToImport resource) {
        return ResourceToImport.builder()
                .logicalResourceId(resource.logicalId())
                .resourceType(resource.resourceType())
                .resourceIdentifier(resource.identifier())
                .build();
    }

    static ChangeSetState state(DescribeChangeSetResponse changeSet) {
        return new ChangeSetState(
                new ChangeSetId(changeSet.changeSetId(), changeSet.stackId()),
                orEmpty(changeSet.changeSetName()),
                orEmpty(changeSet.stackName()),
                orEmpty(changeSet.statusAsString()),
                orEmpty(changeSet.statusReason()),
                orEmpty(changeSet.executionStatusAsString()),
                changeSet.onStackFailure() != null);
    }

    static StackDescription stack(Stack stack) {
        return new StackDescription(
                stack.stackId(),
                stack.stackName(),
                stack.stackStatusAsString(),
                orEmpty(stack.stackStatusReason()),
                stack.parameters().stream().map(Parameter::parameterKey).collect(Collectors.toSet()),
                stack.outputs().stream()
                        .map(output -> new StackOutput(
                                output.outputKey(), orEmpty(output.outputValue()), orEmpty(output.description())))
                        .toList(),
                stack.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)),
                Optional.ofNullable(stack.lastUpdatedTime()),
                Optional.ofNullable(stack.changeSetId()),
                Boolean.TRUE.equals(stack.enableTerminationProtection()));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
