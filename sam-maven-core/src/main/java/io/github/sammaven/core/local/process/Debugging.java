package io.github.sammaven.core.local.process;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.List;
import java.util.Optional;

/**
 * How functions are opened to a debugger. While they are, an invocation may take ten hours.
 *
 * @param function the logical id of the only one that is debugged; empty for all
 * @param ports of the loopback interface, one for each environment that runs at the same time; at least one
 * @param arguments of the interpreter beside those that open the port; for Python instead of them. They may hold
 *     <code>{port}</code>
 * @param suspend whether the function waits for the debugger before its first line
 */
public record Debugging(Optional<String> function, List<Integer> ports, List<String> arguments, boolean suspend) {

    private static final int LAST_PORT = 65_535;

    public Debugging {
        ports = List.copyOf(ports);
        arguments = List.copyOf(arguments);
        for (int port : ports) {
            if (port < 1 || port > LAST_PORT) {
                throw new InvalidOptionException(
                        "There is no port " + port + " to debug on", "Use one from 1024 to " + LAST_PORT);
            }
        }
        if (ports.isEmpty()) {
            throw new InvalidOptionException("There is no port to debug on", "Give one, for example 5005");
        }
    }

    /** All functions wait on these ports; {@code arguments} are split at blanks. */
    public static Debugging of(List<Integer> ports, String arguments) {
        List<String> split =
                arguments.isBlank() ? List.of() : List.of(arguments.trim().split("\\s+"));
        return new Debugging(Optional.empty(), ports, split, true);
    }
}
