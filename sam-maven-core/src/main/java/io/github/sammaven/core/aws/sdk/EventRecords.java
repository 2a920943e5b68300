package io.github.sammaven.core.aws.sdk;

import static io.github.sammaven.core.aws.sdk.StackRecords.orEmpty;

import io.github.sammaven.core.aws.HookResult;
import io.github.sammaven.core.aws.OperationFailure;
import io.github.sammaven.core.aws.StackEvent;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.EventType;
import software.amazon.awssdk.services.cloudformation.model.HookFailureMode;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;

/** The SDK's events as the port's. */
final class EventRecords {

    private EventRecords() {}

    static StackEvent event(software.amazon.awssdk.services.cloudformation.model.StackEvent event) {
        Optional<HookResult> hook = Optional.ofNullable(event.hookType())
                .map(type -> new HookResult(
                        type,
                        orEmpty(event.hookStatusAsString()),
                        orEmpty(event.hookStatusReason()),
                        event.hookFailureMode() != HookFailureMode.WARN));
        return new StackEvent(
                orEmpty(event.stackId()),
                orEmpty(event.operationId()),
                event.eventId(),
                event.timestamp(),
                orEmpty(event.logicalResourceId()),
                orEmpty(event.physicalResourceId()),
                orEmpty(event.resourceType()),
                orEmpty(event.resourceStatusAsString()),
                orEmpty(event.detailedStatusAsString()),
                orEmpty(event.resourceStatusReason()),
                hook);
    }

    static Stream<OperationFailure> failures(DescribeEventsResponse page) {
        return page.operationEvents().stream().flatMap(event -> failure(event).stream());
    }

    private static Optional<OperationFailure> failure(OperationEvent event) {
        EventType type = event.eventType();
        if (type == EventType.VALIDATION_ERROR) {
            return Optional.of(failure(
                    event,
                    OperationFailure.Kind.VALIDATION,
                    orEmpty(event.validationName()),
                    orEmpty(event.validationStatusReason()),
                    event.validationFailureMode() != HookFailureMode.WARN));
        }
        if (type == EventType.HOOK_INVOCATION_ERROR) {
            return Optional.of(failure(
                    event,
                    OperationFailure.Kind.HOOK,
                    orEmpty(event.hookType()),
                    orEmpty(event.hookStatusReason()),
                    event.hookFailureMode() != HookFailureMode.WARN));
        }
        return type == EventType.PROVISIONING_ERROR
                ? Optional.of(
                        failure(event, OperationFailure.Kind.RESOURCE, "", orEmpty(event.resourceStatusReason()), true))
                : Optional.empty();
    }

    private static OperationFailure failure(
            OperationEvent event, OperationFailure.Kind kind, String name, String reason, boolean stops) {
        return new OperationFailure(
                kind,
                orEmpty(event.stackId()),
                orEmpty(event.logicalResourceId()),
                orEmpty(event.resourceType()),
                name,
                orEmpty(event.validationPath()),
                reason,
                stops);
    }
}
