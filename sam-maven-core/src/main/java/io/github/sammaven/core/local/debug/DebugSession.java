package io.github.sammaven.core.local.debug;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One environment that a debugger can be attached to, and the ports it has until it is closed. */
public final class DebugSession implements AutoCloseable {

    private final DebugOptions options;
    private final List<Integer> ports;
    private final Consumer<List<Integer>> giveBack;
    private final AtomicBoolean closed = new AtomicBoolean();

    DebugSession(DebugOptions options, List<Integer> ports, Consumer<List<Integer>> giveBack) {
        this.options = options;
        this.ports = ports;
        this.giveBack = giveBack;
    }

    /** What the user says about debugging. */
    public DebugOptions options() {
        return options;
    }

    /** All its ports. */
    public List<Integer> ports() {
        return ports;
    }

    /** Where the debugger listens. */
    public int port() {
        return ports.get(0);
    }

    /** What the user wants to pass to the debugger or the interpreter, with the port filled in. */
    public List<String> arguments() {
        return options.arguments().stream()
                .map(argument -> argument.replace("{port}", Integer.toString(port())))
                .toList();
    }

    /** Gives the ports back; once, however often it is called. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            giveBack.accept(ports);
        }
    }
}
