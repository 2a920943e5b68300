package io.github.sammaven.core.permission;

/** Whom a policy is for. */
public enum PolicyFor {
    /** Whoever packages, deploys and deletes; CloudFormation works with the same permissions unless it has a role. */
    PERSON,
    /** A build server that hands a role over to CloudFormation. */
    CI,
    /** The role CloudFormation works with. */
    CLOUDFORMATION
}
