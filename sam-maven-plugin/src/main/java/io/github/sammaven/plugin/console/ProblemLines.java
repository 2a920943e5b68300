package io.github.sammaven.plugin.console;

import io.github.sammaven.core.problem.Problem;
import java.util.Collection;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Prints problems: the message on one line, the way out below it. */
public final class ProblemLines {

    private final Log log;

    public ProblemLines(Log log) {
        this.log = log;
    }

    public void all(Collection<Problem> problems) {
        for (Problem problem : problems) {
            if (problem.isError()) {
                problem.toString().lines().forEach(log::error);
            } else {
                warning(problem);
            }
        }
    }

    void warning(Problem problem) {
        problem.toString().lines().forEach(log::warn);
    }

    /** {@code 3 errors, 1 warning}. */
    public static String count(List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        long warnings = problems.size() - errors;
        return Units.count(errors, "error") + (warnings == 0 ? "" : ", " + Units.count(warnings, "warning"));
    }
}
