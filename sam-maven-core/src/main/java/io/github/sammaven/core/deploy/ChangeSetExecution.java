package io.github.sammaven.core.deploy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.template.Template;
import java.time.Duration;
import java.util.Optional;

/**
 * The execution of a change set that was made before, perhaps by another process on another machine.
 *
 * @param changeSet its ARN, or its name
 * @param stackName the stack it must be for; needed with a name
 * @param template for the places of resources and the order of outputs; empty if it is not at hand
 * @param onFailure what becomes of the stack when a resource fails, unless the change set says that itself
 * @param terminationProtection whether the stack is protected from being deleted afterwards; if empty, as it is
 * @param maxWait how long to wait for the stack
 */
public record ChangeSetExecution(
        String changeSet,
        Optional<String> stackName,
        Optional<Template> template,
        OnFailure onFailure,
        Optional<Boolean> terminationProtection,
        Duration maxWait) {

    private static final String ARN = "arn:";

    /** @throws InvalidOptionException if a name is given without a stack */
    public ChangeSetExecution {
        if (isName(changeSet) && stackName.isEmpty()) {
            throw new InvalidOptionException(
                    "'" + changeSet + "' is the name of a change set, and no stack is named",
                    "set -Dsam.stackName=NAME, or give the ARN of the change set");
        }
    }

    private static boolean isName(String changeSet) {
        return !changeSet.startsWith(ARN);
    }

    /** Whether the change set is known by its name, which counts only within its stack. */
    boolean isNamed() {
        return isName(changeSet);
    }
}
