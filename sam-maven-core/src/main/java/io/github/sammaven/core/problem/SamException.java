package io.github.sammaven.core.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The work cannot go on, for the reasons given as {@link Problem}s. Thrown as it is when the world refused (a service,
 * the network, the file system); its subclasses say that the user's own input is wrong.
 */
public class SamException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public SamException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), cause);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an exception without a problem");
        }
        this.problems = problems.stream().sorted().toList();
    }

    public SamException(Problem problem, @Nullable Throwable cause) {
        this(List.of(problem), cause);
    }

    /** One problem without a place. */
    public SamException(String message, String suggestion, @Nullable Throwable cause) {
        this(Problem.error(SourceMark.NONE, message, suggestion), cause);
    }

    /** Sorted by place; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
