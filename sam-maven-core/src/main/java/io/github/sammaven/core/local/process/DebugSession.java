package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;

/** One environment that a debugger can be attached to. */
final class DebugSession {

    private static final String HOST = "127.0.0.1:";

    private final Debugging debugging;
    private final int port;

    DebugSession(Debugging debugging, int port) {
        this.debugging = debugging;
        this.port = port;
    }

    int port() {
        return port;
    }

    String address() {
        return HOST + port;
    }

    /** @throws InvalidOptionException if functions of this runtime cannot be debugged */
    List<String> interpreterOptions(LocalFunction function) {
        String runtime = function.code() instanceof Zip zip ? zip.runtime() : "";
        List<String> given = debugging.arguments().stream()
                .map(argument -> argument.replace("{port}", Integer.toString(port)))
                .toList();
        List<String> options = new ArrayList<>();
        if (runtime.startsWith("java")) {
            if (given.stream().noneMatch(argument -> argument.contains("jdwp"))) {
                options.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=" + (debugging.suspend() ? "y" : "n")
                        + ",quiet=y,address=" + HOST + port);
            }
        } else if (runtime.startsWith("nodejs")) {
            if (given.stream().noneMatch(argument -> argument.startsWith("--inspect"))) {
                options.add((debugging.suspend() ? "--inspect-brk=" : "--inspect=") + HOST + port);
            }
        } else if (runtime.startsWith("python")) {
            if (given.isEmpty()) {
                options.addAll(List.of("-m", "debugpy", "--listen", HOST + port));
                if (debugging.suspend()) {
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
