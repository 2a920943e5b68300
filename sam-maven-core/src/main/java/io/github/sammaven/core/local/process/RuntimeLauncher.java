package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;

/** Knows how the processes of one family of runtimes are started. */
interface RuntimeLauncher {

    boolean runs(String runtime);

    /**
     * @param root the function's code and layers, unpacked
     * @param scratch for files the process needs besides them
     * @throws SamException if this machine lacks what the runtime needs
     */
    LaunchPlan plan(LocalFunction function, TaskRoot root, Scratch scratch) throws IOException;
}
