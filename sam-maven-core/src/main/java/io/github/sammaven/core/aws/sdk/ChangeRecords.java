package io.github.sammaven.core.aws.sdk;

import static io.github.sammaven.core.aws.sdk.StackRecords.orEmpty;

import io.github.sammaven.core.aws.PlannedChange;
import io.github.sammaven.core.aws.PropertyDetail;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;

/** The changes of a change set, from the SDK's records to the port's. */
final class ChangeRecords {

    private ChangeRecords() {}

    static List<PlannedChange> of(DescribeChangeSetResponse page) {
        return page.changes().stream()
                .map(Change::resourceChange)
                .filter(Objects::nonNull)
                .map(ChangeRecords::change)
                .toList();
    }

    private static PlannedChange change(ResourceChange change) {
        return new PlannedChange(
                orEmpty(change.actionAsString()),
                orEmpty(change.logicalResourceId()),
                orEmpty(change.physicalResourceId()),
                orEmpty(change.resourceType()),
                orEmpty(change.replacementAsString()),
                orEmpty(change.policyActionAsString()),
                change.scopeAsStrings(),
                change.details().stream()
                        .filter(detail -> detail.target() != null)
                        .map(ChangeRecords::detail)
                        .toList(),
                Optional.ofNullable(change.beforeContext()),
                Optional.ofNullable(change.afterContext()),
                Optional.ofNullable(change.changeSetId()).filter(arn -> !arn.isEmpty()),
                change.moduleInfo() == null ? "" : orEmpty(change.moduleInfo().logicalIdHierarchy()));
    }

    private static PropertyDetail detail(ResourceChangeDetail detail) {
        ResourceTargetDefinition target = detail.target();
        return new PropertyDetail(
                orEmpty(target.attributeAsString()),
                orEmpty(target.name()),
                orEmpty(target.path()),
                Optional.ofNullable(target.beforeValue()),
                Optional.ofNullable(target.afterValue()),
                orEmpty(target.requiresRecreationAsString()),
                orEmpty(detail.evaluationAsString()),
                orEmpty(detail.changeSourceAsString()),
                orEmpty(detail.causingEntity()));
    }
}
