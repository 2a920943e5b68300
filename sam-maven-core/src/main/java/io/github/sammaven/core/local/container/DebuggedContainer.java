package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.debug.DebugSession;
import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A container whose function waits for, or listens to, a debugger, in the way of its language. */
final class DebuggedContainer {

    private final DebugSession session;

    DebuggedContainer(DebugSession session) {
        this.session = session;
    }

    /** Variables that make the runtime listen; where a variable is there already both values count. */
    Map<String, String> variables(LocalFunction function) {
        if (!(function.code() instanceof Zip zip)) {
            return Map.of();
        }
        int port = session.port();
        boolean suspend = session.options().suspend();
        String more = String.join(" ", session.arguments());
        String runtime = zip.runtime();
        if (runtime.startsWith("java")) {
            // Before Java 9 an address without a host means every interface, after it only the loopback.
            String address = (runtime.startsWith("java8") ? "" : "*:") + port;
            String agent = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=" + (suspend ? "y" : "n")
                    + ",quiet=y,address=" + address;
            return Map.of("_JAVA_OPTIONS", join(agent, more));
        }
        if (runtime.startsWith("nodejs")) {
            String inspect = suspend ? "--inspect-brk" : "--inspect";
            return Map.of("NODE_OPTIONS", join(inspect + "=0.0.0.0:" + port, more));
        }
        if (runtime.startsWith("dotnet")) {
            return Map.of("_AWS_LAMBDA_DOTNET_DEBUGGING", "1");
        }
        if (runtime.startsWith("python")) {
            return Map.of();
        }
        throw new InvalidOptionException(
                function.name() + ": functions of runtime " + runtime + " cannot be debugged here",
                "Java, Node.js, Python and .NET can; or leave the debug port away");
    }

    /**
     * What is started instead of the image's entry point; empty to keep that.
     *
     * @param own entry point of an image function
     */
    List<String> entryPoint(LocalFunction function, List<String> own) {
        List<String> arguments = session.arguments();
        if (arguments.isEmpty()) {
            return List.of();
        }
        List<String> command = new ArrayList<>();
        if (!(function.code() instanceof Zip zip)) {
            command.addAll(own);
            command.addAll(arguments);
            return command;
        }
        if (zip.runtime().startsWith("python")) {
            command.add("/var/lang/bin/" + zip.runtime());
            command.addAll(arguments);
            command.add("/var/runtime/bootstrap.py");
        }
        return command;
    }

    private static String join(String first, String second) {
        return second.isEmpty() ? first : first + " " + second;
    }
}
