package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.runtime.http.HttpServer;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The Runtime API of one execution environment, on a free port.
 *
 * <p>Closing it drops the connections; the runtime's process is the caller's to end.
 */
public final class RuntimeApiServer implements AutoCloseable {

    private final HttpServer server;
    private final AtomicReference<RuntimeLink> link;
    private final Telemetry telemetry;
    private final String host;

    private RuntimeApiServer(HttpServer server, AtomicReference<RuntimeLink> link, Telemetry telemetry, String host) {
        this.server = server;
        this.link = link;
        this.telemetry = telemetry;
        this.host = host;
    }

    /** Listens for a runtime of this machine that needs to know no more than its ARN. */
    public static RuntimeApiServer start(String functionArn) {
        return start(FunctionIdentity.of(functionArn), ApiAddress.loopback());
    }

    /**
     * Listens.
     *
     * @param function what is told about itself
     * @throws SamException if there is no free port
     */
    public static RuntimeApiServer start(LocalFunction function, ApiAddress address) {
        return start(FunctionIdentity.of(function), address);
    }

    private static RuntimeApiServer start(FunctionIdentity function, ApiAddress address) {
        Telemetry telemetry = new Telemetry();
        AtomicReference<RuntimeLink> link = new AtomicReference<>(new RuntimeLink());
        try {
            // A connection stays with the process that made it: what a dead one sent last must not reach the next one.
            HttpServer server = HttpServer.start(
                    address.listenOn(),
                    () -> new CallerGuard(address.callers(), new RuntimeApiHandler(function, telemetry, link.get())));
            return new RuntimeApiServer(server, link, telemetry, address.host());
        } catch (IOException e) {
            throw new SamException(
                    "The Runtime API cannot listen on " + address.listenOn().getHostAddress(),
                    "Check limits on open ports",
                    e);
        }
    }

    /** {@code host:port}, the value of {@code AWS_LAMBDA_RUNTIME_API}. */
    public String address() {
        return host + ":" + server.port();
    }

    /** Begins the conversation with a new process; calls of an earlier one are out of turn from now on. */
    public RuntimeLink connect() {
        RuntimeLink next = new RuntimeLink();
        link.set(next);
        return next;
    }

    /** What extensions subscribe to. */
    Telemetry telemetry() {
        return telemetry;
    }

    @Override
    public void close() {
        telemetry.end();
        server.close();
    }
}
