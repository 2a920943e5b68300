package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.List;

/**
 * Where a value was given.
 *
 * @param subject how a sentence calls it: {@code stack_name}, {@code -Dsam.stackName}
 * @param mark its place in a file; {@link SourceMark#NONE} when it stands in none
 */
public record Origin(String subject, SourceMark mark) {

    /** A place that is in no file, such as the command line. */
    public static Origin of(String subject) {
        return new Origin(subject, SourceMark.NONE);
    }

    /** An error whose message is the subject followed by {@code complaint}. */
    public Problem error(String complaint, String suggestion) {
        return Problem.error(mark, subject + " " + complaint, suggestion);
    }

    /** {@link #error} ready to be thrown. */
    public InvalidOptionException refusal(String complaint, String suggestion) {
        return new InvalidOptionException(List.of(error(complaint, suggestion)));
    }

    Origin at(SourceMark place) {
        return new Origin(subject, place);
    }

    /** {@code samconfig.toml:3:1} for what stands in a file, else the subject. */
    @Override
    public String toString() {
        return mark.isKnown() ? mark.toString() : subject;
    }
}
