package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.debug.DebugSession;
import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;

/** An interpreter that opens its debug port, in the way of its language. */
final class DebuggedInterpreter {

    private static final String HOST = "127.0.0.1:";

    private final DebugSession session;

    DebuggedInterpreter(DebugSession session) {
        this.session = session;
    }

    String address() {
        return HOST + session.port();
    }

    /** @throws InvalidOptionException if functions of this runtime cannot be debugged */
    List<String> options(LocalFunction function) {
        String runtime = function.code() instanceof Zip zip ? zip.runtime() : "";
        boolean suspend = session.options().suspend();
        List<String> given = session.arguments();
        List<String> options = new ArrayList<>();
        if (runtime.startsWith("java")) {
            if (given.stream().noneMatch(argument -> argument.contains("jdwp"))) {
                options.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=" + (suspend ? "y" : "n")
                        + ",quiet=y,address=" + address());
            }
        } else if (runtime.startsWith("nodejs")) {
            if (given.stream().noneMatch(argument -> argument.startsWith("--inspect"))) {
                options.add((suspend ? "--inspect-brk=" : "--inspect=") + address());
            }
        } else if (runtime.startsWith("python")) {
            if (given.isEmpty()) {
                options.addAll(List.of("-m", "debugpy", "--listen", address()));
                if (suspend) {
                    options.add("--wait-for-client");
                }
            }
        } else {
            throw new InvalidOptionException(
                    function.name() + ": a debugger cannot be attached to runtime " + runtime,
                    "Java, Node.js and Python functions can be debugged");
        }
        options.addAll(given);
        return options;
    }
}
