package io.github.sammaven.core.local.journal;

/** Takes each request that was answered. May be called by several threads at a time, and returns at once. */
@FunctionalInterface
public interface RequestJournal {

    /** Keeps nothing. */
    RequestJournal NONE = request -> {};

    void add(ServedRequest request);
}
