package io.github.sammaven.core.limits;

import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of one function against the Lambda quotas. */
final class FunctionLimits {

    private final LambdaFunction function;
    private final List<Problem> problems = new ArrayList<>();

    private FunctionLimits(LambdaFunction function) {
        this.function = function;
    }

    static List<Problem> check(LambdaFunction function) {
        FunctionLimits limits = new FunctionLimits(function);
        limits.range("MemorySize", Quotas.MEMORY_MINIMUM, Quotas.MEMORY, function.memoryMb());
        // A managed-instances function may run longer when it is invoked asynchronously.
        if (!function.properties().has("CapacityProviderConfig")) {
            limits.range(
                    "Timeout",
                    Quotas.TIMEOUT_MINIMUM,
                    Quotas.TIMEOUT,
                    function.timeout().toSeconds());
        }
        function.properties()
                .mapping("EphemeralStorage")
                .flatMap(storage -> storage.text("Size"))
                .flatMap(FunctionLimits::wholeNumber)
                .ifPresent(size -> limits.range(
                        "EphemeralStorage", Quotas.EPHEMERAL_STORAGE_MINIMUM, Quotas.EPHEMERAL_STORAGE, size));
        long layers = function.layers().size();
        if (Quotas.LAYERS.isExceededBy(layers)) {
            limits.add("Layers", Quotas.LAYERS.exceeded(layers), Quotas.LAYERS.shownSource());
        }
        limits.environment();
        return limits.problems;
    }

    private void range(String property, Quota minimum, Quota maximum, long actual) {
        if (maximum.isExceededBy(actual)) {
            add(property, maximum.exceeded(actual), maximum.shownSource());
        } else if (actual < minimum.value()) {
            add(property, minimum.undercut(actual), minimum.shownSource());
        }
    }

    /** Values that are not known offline count as empty, so the true size is at least this. */
    private void environment() {
        long size = function.environment().entrySet().stream()
                .mapToLong(variable -> bytes(variable.getKey()) + bytes(variable.getValue()))
                .sum();
        if (Quotas.ENVIRONMENT.isExceededBy(size)) {
            add(
                    "Environment",
                    Quotas.ENVIRONMENT.exceeded(size),
                    "names and values of all variables count\n" + Quotas.ENVIRONMENT.shownSource());
        }
    }

    private void add(String property, String message, String suggestion) {
        MappingNode properties = function.properties();
        SourceMark mark = properties.has(property) ? properties.keyMark(property) : function.mark();
        if (!mark.isKnown()) {
            mark = properties.get(property).map(Node::mark).orElse(function.mark());
        }
        problems.add(Problem.error(mark, function.logicalId() + ": " + message, suggestion));
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static Optional<Long> wholeNumber(String text) {
        return text.matches("-?[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
