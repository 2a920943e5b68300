package io.github.sammaven.core.local.debug;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The debug ports of a run, each in use by one execution environment at a time. Safe for use by several threads. */
public final class DebugPorts {

    private final Optional<DebugOptions> options;
    private final Set<Integer> taken = new HashSet<>();

    /** @param options empty if nothing is debugged */
    public DebugPorts(Optional<DebugOptions> options) {
        this.options = options;
    }

    /**
     * One port for an environment; empty if its function is not to be debugged.
     *
     * @param function its logical id
     * @throws InvalidOptionException if other environments have all the ports
     */
    public Optional<DebugSession> takeOne(String function) {
        return take(function, 1);
    }

    /**
     * All ports that are free for an environment; empty if its function is not to be debugged.
     *
     * @param function its logical id
     * @throws InvalidOptionException if other environments have all the ports
     */
    public Optional<DebugSession> takeAll(String function) {
        return take(function, Integer.MAX_VALUE);
    }

    private synchronized Optional<DebugSession> take(String function, int count) {
        if (options.filter(wanted -> wanted.chooses(function)).isEmpty()) {
            return Optional.empty();
        }
        List<Integer> ports = options.get().ports().stream()
                .filter(port -> !taken.contains(port))
                .distinct()
                .limit(count)
                .toList();
        if (ports.isEmpty()) {
            throw new InvalidOptionException(
                    function + ": every debug port is in use by an environment that already runs",
                    "Give more ports, or name the one function to debug");
        }
        taken.addAll(ports);
        return Optional.of(new DebugSession(options.get(), ports, this::giveBack));
    }

    private synchronized void giveBack(List<Integer> ports) {
        taken.removeAll(ports);
    }
}
