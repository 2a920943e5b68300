package io.github.sammaven.core.build.tool;

import java.util.List;
import java.util.function.Predicate;

/**
 * How a run ended.
 *
 * @param exitCode 0 if all went well
 * @param lastWords the last lines of its output, secrets masked; at most {@value OutputTail#MAX_LINES}
 */
public record ToolResult(int exitCode, List<String> lastWords) {

    public ToolResult {
        lastWords = List.copyOf(lastWords);
    }

    /** Without lines that help nobody. */
    public ToolResult without(Predicate<String> useless) {
        return new ToolResult(
                exitCode, lastWords.stream().filter(useless.negate()).toList());
    }

    public boolean isSuccess() {
        return exitCode == 0;
    }
}
