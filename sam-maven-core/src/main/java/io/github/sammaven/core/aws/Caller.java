package io.github.sammaven.core.aws;

/** Who the calls to AWS are made as. */
public interface Caller {

    /** @throws io.github.sammaven.core.problem.SamException if there are no valid credentials */
    CallerIdentity identity();
}
