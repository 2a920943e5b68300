package io.github.sammaven.core.report;

import io.github.sammaven.core.problem.SourceMark;
import java.util.List;
import java.util.Optional;

/**
 * What a change set does to one property of a resource. It never holds a secret: see {@code hidden}.
 *
 * @param attribute the part of the resource: {@code Properties}, {@code Metadata}, {@code Tags}, ...
 * @param path keys and indices below the attribute, {@code KeySchema/0/AttributeName}; empty for the attribute itself
 * @param before the value it has; empty if it has none or it is not known
 * @param after the value it will have; empty if it will have none or it is not known
 * @param hidden whether the values are left out because they are or may be secret
 * @param recreation whether the resource is replaced because of this
 * @param dynamic whether it is known only during the deployment if there is a change at all
 * @param causes why it changes, where that is not the template itself
 * @param mark where the property is in the template, or the resource if it is not there
 */
public record PropertyChange(
        String attribute,
        String path,
        Optional<String> before,
        Optional<String> after,
        boolean hidden,
        Recreation recreation,
        boolean dynamic,
        List<ChangeCause> causes,
        SourceMark mark) {

    /** What stands for a value that the service knows only during the deployment. */
    public static final String KNOWN_LATER = "{{changeSet:KNOWN_AFTER_APPLY}}";

    private static final String PROPERTIES = "Properties";

    public PropertyChange {
        causes = List.copyOf(causes);
    }

    /** A property of which nothing but the name is known. */
    public static PropertyChange named(String path) {
        return new PropertyChange(
                PROPERTIES,
                path,
                Optional.empty(),
                Optional.empty(),
                false,
                Recreation.NEVER,
                false,
                List.of(),
                SourceMark.NONE);
    }

    public PropertyChange from(String old, String fresh) {
        return new PropertyChange(
                attribute, path, Optional.of(old), Optional.of(fresh), hidden, recreation, dynamic, causes, mark);
    }

    public PropertyChange recreating(Recreation when, SourceMark place) {
        return new PropertyChange(attribute, path, before, after, hidden, when, dynamic, causes, place);
    }

    public PropertyChange because(boolean onlyPerhaps, ChangeCause... why) {
        return new PropertyChange(attribute, path, before, after, hidden, recreation, onlyPerhaps, List.of(why), mark);
    }

    /** The same without its values. */
    public PropertyChange withoutValues() {
        return new PropertyChange(
                attribute, path, Optional.empty(), Optional.empty(), true, recreation, dynamic, causes, mark);
    }

    public boolean mayReplace() {
        return recreation != Recreation.NEVER;
    }

    /** As a person names it: {@code KeySchema[0].AttributeName}, or the attribute if it is another than the properties. */
    public String name() {
        if (path.isEmpty()) {
            return attribute;
        }
        StringBuilder name = new StringBuilder(attribute.equals(PROPERTIES) ? "" : attribute);
        for (String step : path.split("/")) {
            if (!step.isEmpty() && step.chars().allMatch(Character::isDigit)) {
                name.append('[').append(step).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(step);
            }
        }
        return name.toString();
    }

    /** Whether a change of this property replaces the resource. */
    public enum Recreation {
        NEVER,
        CONDITIONALLY,
        ALWAYS
    }
}
