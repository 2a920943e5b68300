package io.github.sammaven.core.container;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@code .dockerignore} leaves of a build context: of the rules that match a path or a folder above it the last one
 * decides. Paths are relative to the context and parted by slashes.
 */
public final class DockerIgnore {

    /** Leaves everything. */
    public static final DockerIgnore NONE = new DockerIgnore(List.of());

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final List<IgnoreRule> rules;

    private DockerIgnore(List<IgnoreRule> rules) {
        this.rules = rules;
    }

    /**
     * Reads the rules.
     *
     * @param shownFile the file as it is named in messages
     * @throws InvalidTemplateException naming all lines that the engine would not understand
     */
    public static DockerIgnore parse(String shownFile, List<String> lines) {
        List<IgnoreRule> rules = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
            if (text.startsWith("#") || text.isBlank()) {
                continue;
            }
            SourceMark mark = new SourceMark(shownFile, i + 1, 1);
            IgnoreRule.read(text.strip()).ifPresentOrElse(rules::add, () -> problems.add(wrong(mark, line)));
        }
        if (!problems.isEmpty()) {
            throw new InvalidTemplateException(problems);
        }
        return new DockerIgnore(rules);
    }

    private static Problem wrong(SourceMark mark, String line) {
        return Problem.error(
                mark,
                "'" + line.strip() + "' is no pattern",
                "close its bracket, write something behind its exclamation mark, or put a backslash before both");
    }

    /** Whether a file or folder is sent; the content of a folder is asked for on its own. */
    public boolean takes(String path) {
        boolean takes = true;
        for (IgnoreRule rule : rules) {
            if (rule.excludes() == takes && rule.matches(path)) {
                takes = !takes;
            }
        }
        return takes;
    }

    /** Whether something in a folder that is not sent may be. */
    public boolean looksInto(String folder) {
        return rules.stream().anyMatch(rule -> !rule.excludes() && rule.mayMatchIn(folder));
    }
}
