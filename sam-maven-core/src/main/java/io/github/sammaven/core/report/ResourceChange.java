package io.github.sammaven.core.report;

import io.github.sammaven.core.problem.SourceMark;
import java.util.List;

/**
 * What a change set does to one resource.
 *
 * @param action what is done
 * @param logicalId the resource
 * @param resourceType its CloudFormation type
 * @param replacement whether the resource is made anew
 * @param properties names of the properties that change
 * @param mark where the resource is in the template; unknown for generated ones
 */
public record ResourceChange(
        Action action,
        String logicalId,
        String resourceType,
        Replacement replacement,
        List<String> properties,
        SourceMark mark) {

    public ResourceChange {
        properties = List.copyOf(properties);
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
}
