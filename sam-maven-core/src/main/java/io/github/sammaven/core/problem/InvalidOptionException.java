package io.github.sammaven.core.problem;

import java.util.List;

/** An option the user gave (pom, command line, samconfig, event file) is wrong or one is missing. */
public final class InvalidOptionException extends SamException {

    private static final long serialVersionUID = 1L;

    public InvalidOptionException(List<Problem> problems) {
        super(problems, null);
    }

    /** One problem without a place in a file. */
    public InvalidOptionException(String message, String suggestion) {
        super(message, suggestion, null);
    }
}
