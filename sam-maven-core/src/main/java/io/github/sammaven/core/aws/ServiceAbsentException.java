package io.github.sammaven.core.aws;

import io.github.sammaven.core.problem.SamException;

/** What answers calls has no such service or operation, as an emulator may not. */
public final class ServiceAbsentException extends SamException {

    private static final long serialVersionUID = 1L;

    /** @param said the failure in plain words */
    public ServiceAbsentException(SamException said) {
        super(said.problems(), said.getCause());
    }
}
