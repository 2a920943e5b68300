package io.github.sammaven.core.validate;

import io.github.sammaven.core.problem.Problem;
import java.util.List;

/**
 * The outcome of a validation.
 *
 * @param problems errors and warnings, each once, sorted by place
 */
public record ValidationReport(List<Problem> problems) {

    public ValidationReport {
        problems = problems.stream().distinct().sorted().toList();
    }

    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    public List<Problem> warnings() {
        return problems.stream().filter(problem -> !problem.isError()).toList();
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** {@code 3 errors, 1 warning}; {@code no errors} if there is nothing. */
    public String summary() {
        int errors = errors().size();
        int warnings = warnings().size();
        String head = errors == 0 ? "no errors" : count(errors, "error");
        return warnings == 0 ? head : head + ", " + count(warnings, "warning");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
