package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a call may cost, by its REPORT line.
 *
 * @param maxDuration of the handler, without the init of a cold start; empty for any
 * @param maxMemoryMb peak memory of the runtime's process, MB; empty for any
 */
public record ExpectedFigures(Optional<Duration> maxDuration, OptionalInt maxMemoryMb) {

    /** Whatever it costs. */
    public static final ExpectedFigures ANY = new ExpectedFigures(Optional.empty(), OptionalInt.empty());

    List<Problem> check(InvocationResult.Report report) {
        List<Problem> problems = new ArrayList<>();
        maxDuration
                .filter(limit -> report.duration().compareTo(limit) > 0)
                .ifPresent(limit -> problems.add(
                        Difference.of("duration", "at most " + milliseconds(limit), milliseconds(report.duration()))));
        maxMemoryMb.ifPresent(limit -> {
            if (report.maxMemoryMb().isEmpty()) {
                problems.add(Problem.error(
                        SourceMark.NONE,
                        "memory used: expected at most " + limit + " MB, is not known on this system",
                        "Run the function in a container, or leave maxMemoryMb away"));
            } else if (report.maxMemoryMb().getAsInt() > limit) {
                problems.add(Difference.of(
                        "memory used",
                        "at most " + limit + " MB",
                        report.maxMemoryMb().getAsInt() + " MB"));
            }
        });
        return problems;
    }

    private static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%,.2f ms", duration.toNanos() / 1e6);
    }
}
