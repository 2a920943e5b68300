package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.Warning;
import java.util.Optional;

/** Sets the termination protection of a stack that stands. */
final class StackProtection {

    private final DeployContext context;

    StackProtection(DeployContext context) {
        this.context = context;
    }

    /** The stack is deployed by then, so what goes wrong is a warning. */
    void set(StackDescription stack, Optional<Boolean> wanted) {
        if (wanted.isEmpty() || wanted.get() == stack.terminationProtection()) {
            return;
        }
        try {
            context.gateway().protectFromTermination(stack.id(), wanted.get());
        } catch (SamException refused) {
            Problem problem = refused.problems().get(0);
            context.sink()
                    .accept(new Warning(
                            Problem.warning(SourceMark.NONE, problem.message(), "the stack itself is deployed")));
        }
    }
}
