package io.github.sammaven.core.report;

import io.github.sammaven.core.problem.SourceMark;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a change set does to one resource.
 *
 * @param action what is done
 * @param logicalId the resource
 * @param physicalId its name in the account; empty if it has none yet
 * @param resourceType its CloudFormation type
 * @param replacement whether the resource is made anew
 * @param disposal what becomes of the resource that is there now
 * @param properties what changes in it
 * @param source the resource of the template it was generated for; empty if it is in the template itself
 * @param mark where the resource, or the one it was generated for, is in the template; unknown if neither is there
 * @param nested what changes in the stack that the resource is; empty for all else
 */
public record ResourceChange(
        Action action,
        String logicalId,
        String physicalId,
        String resourceType,
        Replacement replacement,
        Disposal disposal,
        List<PropertyChange> properties,
        Optional<String> source,
        SourceMark mark,
        List<ResourceChange> nested) {

    public ResourceChange {
        properties = List.copyOf(properties);
        nested = List.copyOf(nested);
    }

    /** A change of which no more is known. */
    public static ResourceChange of(Action action, String logicalId, String resourceType) {
        return new ResourceChange(
                action,
                logicalId,
                "",
                resourceType,
                Replacement.NO,
                Disposal.UNKNOWN,
                List.of(),
                Optional.empty(),
                SourceMark.NONE,
                List.of());
    }

    public ResourceChange at(SourceMark place) {
        return new ResourceChange(
                action, logicalId, physicalId, resourceType, replacement, disposal, properties, source, place, nested);
    }

    public ResourceChange replaced(Replacement how, Disposal old) {
        return new ResourceChange(
                action, logicalId, physicalId, resourceType, how, old, properties, source, mark, nested);
    }

    public ResourceChange changing(List<PropertyChange> changes) {
        return new ResourceChange(
                action, logicalId, physicalId, resourceType, replacement, disposal, changes, source, mark, nested);
    }

    public ResourceChange containing(List<ResourceChange> changes) {
        return new ResourceChange(
                action, logicalId, physicalId, resourceType, replacement, disposal, properties, source, mark, changes);
    }

    /** This one and all in it. */
    public Stream<ResourceChange> withNested() {
        return Stream.concat(Stream.of(this), nested.stream().flatMap(ResourceChange::withNested));
    }

    /** The properties that make the service replace the resource, or may do so. */
    public List<PropertyChange> replacing() {
        return properties.stream().filter(PropertyChange::mayReplace).toList();
    }

    /** The kinds of change CloudFormation knows. */
    public enum Action {
        ADD,
        MODIFY,
        REMOVE,
        IMPORT,
        DYNAMIC
    }

    /** Whether a modified resource keeps its identity. */
    public enum Replacement {
        NO,
        YES,
        CONDITIONAL
    }

    /** What becomes of a resource that is removed or replaced. */
    public enum Disposal {
        /** It is deleted. */
        DELETED,
        /** It stays in the account, but outside of the stack. */
        RETAINED,
        /** It is deleted, but a snapshot of its data stays. */
        SNAPSHOT,
        /** The service did not say, or the question does not arise. */
        UNKNOWN
    }
}
