package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.Problem;
import java.util.List;

/**
 * A part of a template after everything that can be known offline was put in.
 *
 * @param value the part; expressions that stay unknown are left in it as they were
 * @param unknown those expressions, in order
 * @param errors expressions that can never work, such as {@code Fn::Select} beyond the end of a list
 */
public record Resolution(Node value, List<Unresolved> unknown, List<Problem> errors) {

    public Resolution {
        unknown = List.copyOf(unknown);
        errors = List.copyOf(errors);
    }

    /** Whether {@link #value()} holds no expression any more. */
    public boolean isComplete() {
        return unknown.isEmpty() && errors.isEmpty();
    }
}
