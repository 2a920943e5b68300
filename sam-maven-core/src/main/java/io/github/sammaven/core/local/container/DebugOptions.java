package io.github.sammaven.core.local.container;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to debug a function.
 *
 * @param ports published under the same numbers; the debugger listens on the first
 * @param arguments for the debugger or the interpreter, one each
 * @param tools folder mounted read-only at {@code /tmp/lambci_debug_files}
 * @param suspend whether a JVM waits for the debugger before it runs anything
 */
public record DebugOptions(List<Integer> ports, List<String> arguments, Optional<Path> tools, boolean suspend) {

    /** No debugging. */
    public static final DebugOptions OFF = new DebugOptions(List.of(), List.of(), Optional.empty(), true);

    public DebugOptions {
        ports = List.copyOf(ports);
        arguments = List.copyOf(arguments);
    }

    /** Whether there is anything to debug. */
    public boolean isOn() {
        return !ports.isEmpty();
    }
}
