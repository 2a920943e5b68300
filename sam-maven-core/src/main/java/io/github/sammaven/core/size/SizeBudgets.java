package io.github.sammaven.core.size;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How large the archives of functions may become by the project's own decision. */
public final class SizeBudgets {

    private final Map<String, Long> bytes;

    private SizeBudgets(Map<String, Long> bytes) {
        this.bytes = bytes;
    }

    /**
     * @param option the option's name, for messages: {@code sizeBudgets}
     * @param texts sizes by logical id: {@code 500kB}, {@code 20MB}, {@code 1.5MB}; 1 kB is 1024 bytes, 1 MB is
     *     1024 * 1024 bytes, as Lambda counts
     * @throws InvalidOptionException naming every text that is no size
     */
    public static SizeBudgets parse(String option, Map<String, String> texts) {
        Map<String, Long> bytes = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        texts.forEach((logicalId, text) -> SizeText.parse(text)
                .ifPresentOrElse(
                        size -> bytes.put(logicalId, size),
                        () -> problems.add(Problem.error(
                                SourceMark.NONE,
                                option + ": '" + text + "' for " + logicalId + " is no size",
                                "write a number and kB or MB without a blank, as in 500kB, 20MB or 1.5MB"))));
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
        return new SizeBudgets(bytes);
    }

    /** Every function whose archive is over its budget, and every budget for which there is no function. */
    List<Problem> problems(SizeReport report) {
        Map<String, FunctionSize> functions = new LinkedHashMap<>();
        report.functions().forEach(function -> functions.put(function.logicalId(), function));
        List<Problem> problems = new ArrayList<>();
        bytes.forEach((logicalId, budget) -> Optional.ofNullable(functions.get(logicalId))
                .ifPresentOrElse(
                        function -> exceeded(function, budget).ifPresent(problems::add),
                        () -> problems.add(Problem.error(
                                SourceMark.NONE,
                                "there is a size budget for " + logicalId
                                        + ", but no function of this name is packaged",
                                NearestName.suggestion(logicalId, functions.keySet())))));
        return problems;
    }

    /** @throws InvalidTemplateException with all {@link #problems} if there are any */
    public void check(SizeReport report) {
        List<Problem> problems = problems(report);
        if (!problems.isEmpty()) {
            throw new InvalidTemplateException(problems);
        }
    }

    private static Optional<Problem> exceeded(FunctionSize function, long budget) {
        long actual = function.zippedBytes();
        if (actual <= budget) {
            return Optional.empty();
        }
        boolean alike = SizeText.megabytes(actual).equals(SizeText.megabytes(budget));
        String shownActual = alike ? SizeText.exact(actual) : SizeText.megabytes(actual);
        String shownBudget = alike ? SizeText.exact(budget) : SizeText.megabytes(budget);
        String biggest = function.biggest().stream()
                .map(entry -> "%12s  %s".formatted(SizeText.readable(entry.size()), entry.name()))
                .collect(Collectors.joining("\n"));
        return Optional.of(Problem.error(
                function.mark(),
                function.logicalId() + ": " + shownActual + " zipped is over its budget of " + shownBudget,
                "The biggest files, unzipped, are\n" + biggest
                        + "\nLeave out what the function does not need, or raise its budget"));
    }
}
