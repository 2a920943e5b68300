package io.github.sammaven.core.build.workflow;

/** Which targets of the same code, runtime, architecture and metadata get one and the same artifact from a workflow. */
public enum Sharing {
    /** None: the result depends on the logical id. */
    NEVER,
    /** Those with the same handler: the result, or what is checked of it, depends on that. */
    SAME_HANDLER,
    /** All: the handler makes no difference. */
    ANY_HANDLER
}
