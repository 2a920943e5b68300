package io.github.sammaven.core.transform.context;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what is wrong, so that one mistake does not hide the next. Not safe for threads. */
public final class TransformErrors {

    private final List<TransformError> collected = new ArrayList<>();

    public void add(TransformError error) {
        collected.add(error);
    }

    public void addAll(Collection<TransformError> errors) {
        collected.addAll(errors);
    }

    /** Runs {@code part}; keeps the error it ends with, if it does. */
    public void during(Runnable part) {
        try {
            part.run();
        } catch (InvalidResourceException invalid) {
            collected.add(invalid.error());
        }
    }

    public boolean isEmpty() {
        return collected.isEmpty();
    }

    /** Each once, sorted by place. */
    public List<TransformError> sorted() {
        return collected.stream()
                .distinct()
                .sorted((one, other) -> one.problem().compareTo(other.problem()))
                .toList();
    }
}
