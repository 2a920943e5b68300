package io.github.sammaven.core.aws;

import io.github.sammaven.core.problem.SamException;

/** A call failed for a reason that may pass: too many calls, a fault of the service, a broken connection. */
public final class TransientServiceException extends SamException {

    private static final long serialVersionUID = 1L;

    /** @param said the failure in plain words */
    public TransientServiceException(SamException said) {
        super(said.problems(), said.getCause());
    }
}
