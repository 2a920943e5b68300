package io.github.sammaven.core.size;

import java.util.List;

/**
 * The sizes of all functions of a template.
 *
 * @param functions in the order of the template
 */
public record SizeReport(List<FunctionSize> functions) {

    public SizeReport {
        functions = List.copyOf(functions);
    }

    /** Compares with the run that {@code history} remembers. */
    public static SizeReport of(List<CodeSize> sizes, SizeHistory history) {
        SizeHistory.Sizes before = history.read();
        return new SizeReport(
                sizes.stream().map(size -> FunctionSize.of(size, before)).toList());
    }
}
