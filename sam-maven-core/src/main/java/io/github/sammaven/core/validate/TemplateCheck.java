package io.github.sammaven.core.validate;

import io.github.sammaven.core.problem.Problem;
import java.util.List;

/** One concern of the validation. */
@FunctionalInterface
interface TemplateCheck {

    /** What is wrong, in any order; never fails, whatever the template looks like. */
    List<Problem> check(Subject subject);
}
