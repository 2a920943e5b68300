package io.github.sammaven.core.problem;

import java.util.List;

/** The template, or a file it points at, is wrong; the problems say where. */
public final class InvalidTemplateException extends SamException {

    private static final long serialVersionUID = 1L;

    public InvalidTemplateException(List<Problem> problems) {
        super(problems, null);
    }

    public InvalidTemplateException(Problem problem) {
        this(List.of(problem));
    }
}
