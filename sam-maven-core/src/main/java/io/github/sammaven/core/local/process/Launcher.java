package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.util.List;

/** Knows how to start functions of one family of runtimes. */
@FunctionalInterface
interface Launcher {

    /**
     * @param options more arguments for the interpreter, a debugger's
     * @throws io.github.sammaven.core.problem.InvalidOptionException if the function cannot be started
     */
    Launch launch(LocalFunction function, Zip zip, Workspace workspace, List<String> options);
}
