package io.github.sammaven.core.deploy;

import io.github.sammaven.core.report.ChangeSetReady;

/** Decides, once it is known what a change set would do, whether that happens. */
@FunctionalInterface
public interface ChangeGate {

    /**
     * @param changes what would happen
     * @return false if it shall not happen, which is no failure
     * @throws io.github.sammaven.core.problem.SamException if it must not happen
     */
    boolean admits(ChangeSetReady changes);

    /** Admits what this and then {@code next} admit. */
    default ChangeGate and(ChangeGate next) {
        return changes -> admits(changes) && next.admits(changes);
    }

    /** Admits everything. */
    static ChangeGate open() {
        return changes -> true;
    }
}
