package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gives each environment that is to be debugged a port of its own. */
final class DebugPorts {

    private final Optional<Debugging> debugging;
    private final SortedSet<Integer> free = new TreeSet<>();

    DebugPorts(Optional<Debugging> debugging) {
        this.debugging = debugging;
        debugging.ifPresent(wanted -> free.addAll(wanted.ports()));
    }

    /**
     * Empty if this function is not to be debugged.
     *
     * @throws InvalidOptionException if other environments have all the ports
     */
    synchronized Optional<DebugSession> open(LocalFunction function) {
        if (debugging.isEmpty()
                || !debugging.get().function().orElse(function.name()).equals(function.name())) {
            return Optional.empty();
        }
        if (free.isEmpty()) {
            throw new InvalidOptionException(
                    function.name() + ": every debug port is in use by an environment that already runs",
                    "Give more ports, or name the one function to debug");
        }
        int port = free.first();
        free.remove(port);
        return Optional.of(new DebugSession(debugging.get(), port));
    }

    synchronized void close(DebugSession session) {
        free.add(session.port());
    }
}
