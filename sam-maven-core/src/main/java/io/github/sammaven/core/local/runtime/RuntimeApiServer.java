package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.FunctionError;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A Runtime API of one execution environment, on a free port of the loopback interface. */
public final class RuntimeApiServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final RuntimeSession session = new RuntimeSession();
    private final Undertow server;

    /** @param functionArn the ARN that is sent with each event */
    public RuntimeApiServer(String functionArn) {
        // Undertow's logging looks for a provider once, at first use; Maven has slf4j.
        System.getProperties().putIfAbsent("org.jboss.logging.provider", "slf4j");
        server = Undertow.builder()
                .addHttpListener(0, LOOPBACK)
                .setIoThreads(1)
                .setWorkerThreads(2)
                // Sizes are judged by the handler, which answers as Lambda does.
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setHandler(new RuntimeApiHandler(session, functionArn))
                .build();
        server.start();
    }

    /** {@code host:port}, as {@code AWS_LAMBDA_RUNTIME_API} takes it. */
    public String address() {
        InetSocketAddress bound =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return LOOPBACK + ":" + bound.getPort();
    }

    /** Completes when the runtime is ready, with the error if the function could not be loaded. */
    public CompletableFuture<Optional<RuntimeAnswer>> initialized() {
        return session.initialized();
    }

    /** Hands an event to the runtime as soon as it asks for one; the earlier one must be answered. */
    public PendingInvocation deliver(Delivery delivery) {
        return session.deliver(delivery);
    }

    /** The runtime's process is gone: what still waits for it gets {@code reason} as its answer. */
    public void runtimeEnded(FunctionError reason) {
        session.ended(reason);
    }

    @Override
    public void close() {
        server.stop();
    }
}
