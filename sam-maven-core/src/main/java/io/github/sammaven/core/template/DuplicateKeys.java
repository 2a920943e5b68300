package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;

/** The finding both readers make when a key stands twice in one mapping. */
final class DuplicateKeys {

    private DuplicateKeys() {}

    static Problem problem(String key, SourceMark first, SourceMark second) {
        return Problem.error(
                second,
                "'" + key + "' is given twice, first in line " + first.line(),
                "remove one of them; a deployment would silently take the last");
    }
}
