package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.ResourceToImport;
import java.util.List;
import java.util.Optional;

/**
 * How a deployment is done.
 *
 * @param failOnEmptyChangeset whether it is a failure that there is nothing to change
 * @param onFailure what becomes of the stack when a resource fails
 * @param express in express mode: the operation ends before the resources are settled
 * @param nestedStacks whether the change set covers nested stacks too
 * @param mergeTags whether the stack keeps the tags it has and is not given
 * @param imports what exists and becomes part of the stack; if there is any, nothing else may change
 * @param terminationProtection whether the stack is protected from being deleted; if empty, as it is
 * @param waitForRunning whether to wait for the end of an operation of others that runs on the stack
 */
public record DeployMode(
        boolean failOnEmptyChangeset,
        OnFailure onFailure,
        boolean express,
        boolean nestedStacks,
        boolean mergeTags,
        List<ResourceToImport> imports,
        Optional<Boolean> terminationProtection,
        boolean waitForRunning) {

    public DeployMode {
        imports = List.copyOf(imports);
    }

    /** With rollback, nested stacks, all tags as given, and an empty change set as success. */
    public static DeployMode standard() {
        return new DeployMode(false, OnFailure.ROLLBACK, false, true, false, List.of(), Optional.empty(), false);
    }

    DeployMode failingOnEmptyChangeset() {
        return new DeployMode(
                true, onFailure, express, nestedStacks, mergeTags, imports, terminationProtection, waitForRunning);
    }

    DeployMode onFailure(OnFailure what) {
        return new DeployMode(
                failOnEmptyChangeset,
                what,
                express,
                nestedStacks,
                mergeTags,
                imports,
                terminationProtection,
                waitForRunning);
    }
}
