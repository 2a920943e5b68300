package io.github.sammaven.core.deploy.gate;

import io.github.sammaven.core.deploy.ChangeGate;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.Prompt;

/** Admits what a person says yes to. */
public final class ConfirmGate implements ChangeGate {

    private final Prompt prompt;

    public ConfirmGate(Prompt prompt) {
        this.prompt = prompt;
    }

    /** @throws SamException if nobody is there: a build that goes on as if it had deployed would be worse */
    @Override
    public boolean admits(ChangeSetReady changes) {
        if (!prompt.interactive()) {
            throw new SamException(
                    "the changes to " + changes.stackName() + " need a yes, and nobody is here to give it",
                    "run Maven on a terminal without -B, or deploy without asking: -Dsam.confirmChangeset=false",
                    null);
        }
        return prompt.confirm("Make these changes to " + changes.stackName() + "?");
    }
}
