package io.github.sammaven.core.local.debug;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How functions are opened to a debugger. While they are, an invocation may take ten hours.
 *
 * @param function the logical id of the only one that is debugged; empty for all
 * @param ports at least one; as child processes each environment takes one of its own, a container publishes all that are
 *     free, and its debugger listens on the first
 * @param arguments for the debugger or the interpreter, one each. They may hold <code>{port}</code>
 * @param suspend whether the function waits for the debugger before its first line
 * @param tools folder of a debugger that containers see at {@code /tmp/lambci_debug_files}
 */
public record DebugOptions(
        Optional<String> function, List<Integer> ports, List<String> arguments, boolean suspend, Optional<Path> tools) {

    private static final int LAST_PORT = 65_535;

    public DebugOptions {
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
    public static DebugOptions of(List<Integer> ports, String arguments) {
        List<String> split =
                arguments.isBlank() ? List.of() : List.of(arguments.trim().split("\\s+"));
        return new DebugOptions(Optional.empty(), ports, split, true, Optional.empty());
    }

    boolean chooses(String logicalId) {
        return function.orElse(logicalId).equals(logicalId);
    }
}
