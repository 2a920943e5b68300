package io.github.sammaven.core.aws;

import io.github.sammaven.core.problem.SamException;

/** The service understood a call and does not do it: the template, a parameter or the stack's state is in the way. */
public final class StackRefusedException extends SamException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param said the failure in plain words
     * @param reason the service's own words
     */
    public StackRefusedException(SamException said, String reason) {
        super(said.problems(), said.getCause());
        this.reason = reason;
    }

    /** The service's own words. */
    public String reason() {
        return reason;
    }
}
