package io.github.sammaven.plugin.console;

import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.StackEnded;
import io.github.sammaven.core.report.StackProgress;

/** Shows how a stack changes, from its first event until it is not followed any more. */
public interface StackBoard {

    /** What is going to happen; already printed. */
    void expect(ChangeSetReady changes);

    void show(StackProgress progress);

    void end(StackEnded ended);

    /** Shows nothing from now on; what is shown stays. May be called from any thread at any time. */
    void stop();
}
