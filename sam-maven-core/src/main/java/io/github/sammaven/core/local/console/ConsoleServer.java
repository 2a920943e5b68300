package io.github.sammaven.core.local.console;

import io.github.sammaven.core.local.http.HttpListener;
import io.github.sammaven.core.local.http.ListenAddress;
import java.time.Clock;
import java.time.Duration;

/** The console page on a port of the loopback interface. */
public final class ConsoleServer {

    /** The port that is tried if nothing else is said. */
    public static final int DEFAULT_PORT = 3999;

    private final HttpListener listener;

    private ConsoleServer(HttpListener listener) {
        this.listener = listener;
    }

    /**
     * Listens.
     *
     * @param port 0 for a free one
     * @throws io.github.sammaven.core.problem.SamException if the port is taken
     */
    public static ConsoleServer start(int port, ConsoleContent content, Clock clock) {
        return new ConsoleServer(HttpListener.start(
                new ListenAddress(ListenAddress.LOOPBACK, port),
                new ConsoleHandler(content, new Invoker(content.functions(), content.requests(), clock), clock)));
    }

    /** Of the page itself. */
    public String url() {
        return listener.address().url() + ConsoleHandler.ROOT;
    }

    /** Refuses new requests with 503; calls under way have {@code grace} to end. */
    public void stop(Duration grace) {
        listener.stop(grace);
    }
}
