package io.github.sammaven.core.operate.remove;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may stay when the service cannot delete it.
 *
 * @param all whatever fails
 * @param logicalIds these, if they fail
 */
public record Retention(boolean all, Set<String> logicalIds) {

    /** Nothing: what fails is a failure. */
    public static final Retention NONE = new Retention(false, Set.of());

    public Retention {
        logicalIds = Set.copyOf(logicalIds);
    }

    /** {@code true}, {@code false}, or logical ids. */
    public static Retention of(Collection<String> words) {
        Set<String> given = Set.copyOf(words);
        if (given.equals(Set.of("true"))) {
            return new Retention(true, Set.of());
        }
        return given.isEmpty() || given.equals(Set.of("false")) ? NONE : new Retention(false, given);
    }

    /** Those of {@code failed} that may stay. */
    Set<String> of(Set<String> failed) {
        Set<String> staying = new TreeSet<>(failed);
        if (!all) {
            staying.retainAll(logicalIds);
        }
        return staying;
    }
}
