package io.github.sammaven.core.aws;

import io.github.sammaven.core.problem.SamException;

/** The caller has no permission for a call. */
public final class ActionDeniedException extends SamException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param said the failure in plain words
     * @param action the IAM action that is missing, {@code codedeploy:ListDeployments}
     */
    public ActionDeniedException(SamException said, String action) {
        super(said.problems(), said.getCause());
        this.action = action;
    }

    /** The IAM action that is missing. */
    public String action() {
        return action;
    }
}
