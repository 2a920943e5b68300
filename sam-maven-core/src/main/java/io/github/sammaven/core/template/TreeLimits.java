package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;

/** Bounds that keep a hostile or broken file from exhausting the machine; far above what any real template has. */
final class TreeLimits {

    private static final int MAX_DEPTH = 200;
    private static final long MAX_NODES = 1_000_000;

    private long nodes;

    void checkDepth(int depth, SourceMark mark) {
        if (depth > MAX_DEPTH) {
            throw new InvalidTemplateException(Problem.error(
                    mark, "the template is nested deeper than " + MAX_DEPTH + " levels", "flatten this part"));
        }
    }

    /** Counts {@code more} values that come into the tree at {@code mark}, aliases as often as they are used. */
    void add(long more, SourceMark mark) {
        nodes += more;
        if (nodes > MAX_NODES) {
            throw new InvalidTemplateException(Problem.error(
                    mark,
                    "the template has more than " + MAX_NODES + " values once its aliases are expanded",
                    "use fewer aliases of aliases"));
        }
    }

    long nodes() {
        return nodes;
    }
}
