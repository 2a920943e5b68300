package io.github.sammaven.core.deploy;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a stack when one of its resources fails. */
public enum OnFailure {
    /** Everything is undone. */
    ROLLBACK,
    /** As {@link #ROLLBACK}, and a stack that never lived is deleted. */
    DELETE,
    /** The resources stay as they are. */
    DO_NOTHING;

    /**
     * @param name as the user gave it
     * @param disableRollback the older way to say {@link #DO_NOTHING}
     * @throws InvalidOptionException if the name is none of these, or the two contradict each other
     */
    public static OnFailure of(Optional<String> name, boolean disableRollback) {
        Optional<OnFailure> named = name.map(OnFailure::named);
        if (disableRollback && named.filter(what -> what != DO_NOTHING).isPresent()) {
            throw new InvalidOptionException(
                    "disableRollback keeps what failed, and onFailure=" + named.get() + " says something else",
                    "keep one of them");
        }
        return named.orElse(disableRollback ? DO_NOTHING : ROLLBACK);
    }

    private static OnFailure named(String name) {
        return Arrays.stream(values())
                .filter(value ->
                        value.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new InvalidOptionException(
                        "onFailure is ROLLBACK, DELETE or DO_NOTHING, not '" + name + "'", ""));
    }
}
