package io.github.sammaven.core.aws;

import java.util.List;

/**
 * A resource that is not what its template says.
 *
 * @param status {@code MODIFIED} or {@code DELETED}
 * @param differences of a modified one
 */
public record ResourceDrift(
        String logicalId, String physicalId, String type, String status, List<PropertyDrift> differences) {

    public ResourceDrift {
        differences = List.copyOf(differences);
    }

    /**
     * One property.
     *
     * @param path {@code /Timeout}, below {@code Properties}
     * @param kind {@code ADD}, {@code REMOVE} or {@code NOT_EQUAL}
     * @param expected what the template says; empty if it says nothing
     * @param actual what it is; empty if it is not there
     */
    public record PropertyDrift(String path, String kind, String expected, String actual) {}
}
