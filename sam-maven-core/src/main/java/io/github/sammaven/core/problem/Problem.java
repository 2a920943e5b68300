package io.github.sammaven.core.problem;

import java.util.Comparator;

/**
 * One thing that is wrong: what, where, and the way out.
 *
 * @param severity whether the goal fails because of it
 * @param mark where it is; {@link SourceMark#NONE} if it has no place
 * @param message one sentence without a full stop; names the resource or option it is about; never holds a secret
 * @param suggestion what to do about it, may be several lines; empty when the message says it all
 */
public record Problem(Severity severity, SourceMark mark, String message, String suggestion)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::mark)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::message)
            .thenComparing(Problem::suggestion);

    public static Problem error(SourceMark mark, String message, String suggestion) {
        return new Problem(Severity.ERROR, mark, message, suggestion);
    }

    public static Problem error(SourceMark mark, String message) {
        return error(mark, message, "");
    }

    public static Problem warning(SourceMark mark, String message, String suggestion) {
        return new Problem(Severity.WARNING, mark, message, suggestion);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** By place, then errors before warnings, then by text. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column: message}, and the suggestion on indented lines below. */
    @Override
    public String toString() {
        String head = mark.isKnown() ? mark + ": " + message : message;
        return suggestion.isEmpty() ? head : head + "\n    " + suggestion.replace("\n", "\n    ");
    }
}
