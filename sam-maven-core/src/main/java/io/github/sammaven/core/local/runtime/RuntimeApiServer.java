package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.SamException;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.InetSocketAddress;

/**
 * The Runtime API of one execution environment, on a free port.
 *
 * <p>Closing it drops the connections; the runtime's process is the caller's to end.
 */
public final class RuntimeApiServer implements AutoCloseable {

    /** Threads for streamed answers: one at a time, and those whose receiver is stuck although their call is over. */
    private static final int STREAMS = 8;

    private static final String LOGGING = "org.jboss.logging.provider";

    private final Undertow undertow;
    private final RuntimeApiHandler handler;
    private final Telemetry telemetry;
    private final String host;
    private final int port;

    private RuntimeApiServer(Undertow undertow, RuntimeApiHandler handler, Telemetry telemetry, String host) {
        this.undertow = undertow;
        this.handler = handler;
        this.telemetry = telemetry;
        this.host = host;
        this.port = ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
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
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "slf4j");
        }
        Telemetry telemetry = new Telemetry();
        RuntimeApiHandler handler = new RuntimeApiHandler(function, telemetry);
        Undertow undertow = Undertow.builder()
                .setIoThreads(1)
                .setWorkerThreads(STREAMS)
                // Undertow's own default is lower than Lambda's; LimitedBody holds the limit.
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .addHttpListener(0, address.listenOn().getHostAddress(), new CallerGuard(address.callers(), handler))
                .build();
        try {
            undertow.start();
        } catch (RuntimeException e) {
            throw new SamException(
                    "The Runtime API cannot listen on " + address.listenOn().getHostAddress(),
                    "Check limits on open ports",
                    e);
        }
        return new RuntimeApiServer(undertow, handler, telemetry, address.host());
    }

    /** {@code host:port}, the value of {@code AWS_LAMBDA_RUNTIME_API}. */
    public String address() {
        return host + ":" + port;
    }

    /** Begins the conversation with a new process; calls of an earlier one are out of turn from now on. */
    public RuntimeLink connect() {
        RuntimeLink link = new RuntimeLink();
        handler.serve(link);
        return link;
    }

    /** What extensions subscribe to. */
    Telemetry telemetry() {
        return telemetry;
    }

    @Override
    public void close() {
        telemetry.end();
        undertow.stop();
    }
}
