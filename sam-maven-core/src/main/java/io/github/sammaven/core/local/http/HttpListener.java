package io.github.sammaven.core.local.http;

import io.github.sammaven.core.problem.SamException;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server on one port. A handler may block: each request has a thread of its own, since one that waits for a
 * function may be what that function waits for.
 */
public final class HttpListener {

    private static final String LOGGING = "org.jboss.logging.provider";

    private final Undertow undertow;
    private final GracefulShutdownHandler gate;
    private final ExecutorService threads;
    private final ListenAddress address;

    private HttpListener(
            Undertow undertow, GracefulShutdownHandler gate, ExecutorService threads, ListenAddress address) {
        this.undertow = undertow;
        this.gate = gate;
        this.threads = threads;
        this.address = address;
    }

    /**
     * Listens.
     *
     * @param handler gets exchanges that may block
     * @throws SamException if the port is taken, or the host is not one of this machine
     */
    public static HttpListener start(ListenAddress wanted, HttpHandler handler) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "slf4j");
        }
        AtomicInteger count = new AtomicInteger();
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sam-local-request-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        HttpHandler blocking = exchange -> {
            exchange.startBlocking();
            handler.handleRequest(exchange);
        };
        GracefulShutdownHandler gate = new GracefulShutdownHandler(
                new HttpContinueReadHandler(exchange -> exchange.dispatch(threads, blocking)));
        Undertow undertow = Undertow.builder()
                .setIoThreads(1)
                .setWorkerThreads(1)
                // Undertow's own default is lower than Lambda's; LimitedRequest holds the limit.
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .addHttpListener(wanted.port(), wanted.host(), gate)
                .build();
        try {
            undertow.start();
        } catch (RuntimeException e) {
            threads.shutdownNow();
            throw refused(wanted, e);
        }
        int port = ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
        return new HttpListener(undertow, gate, threads, wanted.withPort(port));
    }

    private static SamException refused(ListenAddress wanted, RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof BindException) {
            return new SamException(
                    "Port " + wanted.port() + " of " + wanted.host() + " cannot be listened on: " + cause.getMessage(),
                    "Stop the program that uses it, or choose another port; 0 takes a free one",
                    e);
        }
        return new SamException(
                wanted.url() + " cannot be listened on: " + cause.getMessage(),
                "Choose a host that is an address of this machine, such as " + ListenAddress.LOOPBACK,
                e);
    }

    /** With the port that was free, if 0 was wanted. */
    public ListenAddress address() {
        return address;
    }

    /** Answers new requests with 503, and ends when those under way have ended or {@code grace} is over. */
    public void stop(Duration grace) {
        gate.shutdown();
        try {
            gate.awaitShutdown(grace.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        undertow.stop();
        threads.shutdownNow();
    }
}
