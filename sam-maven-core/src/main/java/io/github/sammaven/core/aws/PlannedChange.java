package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Optional;

/**
 * What a change set does to one resource, in the service's words. Whatever the service leaves out is empty.
 *
 * @param action {@code Add}, {@code Modify}, {@code Remove}, {@code Import}, {@code Dynamic}
 * @param logicalId the resource
 * @param physicalId its name in the account; empty if it is not made yet
 * @param resourceType its CloudFormation type
 * @param replacement {@code True}, {@code False} or {@code Conditional}; empty if the question does not arise
 * @param policyAction what becomes of the old resource: {@code Delete}, {@code Retain}, {@code Snapshot},
 *     {@code ReplaceAndDelete}, {@code ReplaceAndRetain}, {@code ReplaceAndSnapshot}
 * @param scope the attributes that change
 * @param details why and what in it changes
 * @param beforeContext the resource as it is, JSON, possibly with secrets
 * @param afterContext the resource as it will be, JSON, possibly with secrets
 * @param nestedChangeSet ARN of the change set of the nested stack that the resource is
 * @param module logical ids of the modules it is in, outermost first, separated by slashes
 */
public record PlannedChange(
        String action,
        String logicalId,
        String physicalId,
        String resourceType,
        String replacement,
        String policyAction,
        List<String> scope,
        List<PropertyDetail> details,
        Optional<String> beforeContext,
        Optional<String> afterContext,
        Optional<String> nestedChangeSet,
        String module) {

    public PlannedChange {
        scope = List.copyOf(scope);
        details = List.copyOf(details);
    }

    /** Names of the properties that change, each once. */
    public List<String> properties() {
        return details.stream()
                .map(PropertyDetail::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Without the contexts: they may hold secrets. */
    @Override
    public String toString() {
        return "PlannedChange[" + action + " " + logicalId + " " + resourceType + ", replacement=" + replacement
                + ", policyAction=" + policyAction + ", details=" + details + "]";
    }
}
