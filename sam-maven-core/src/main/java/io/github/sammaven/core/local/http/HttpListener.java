package io.github.sammaven.core.local.http;

import io.github.sammaven.core.problem.SamException;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
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

    /** A client that begins a request and does not end its head holds its connection no longer. */
    private static final int HEAD_TIMEOUT_MS = 30_000;

    /** More than fit into the head of a request that API Gateway takes. */
    private static final int MAX_HEADERS = 4_096;

    /** Beyond it a connection is closed without much ado; who has a limit that is told in words holds it below. */
    private static final int MAX_HEAD_BYTES = 128 * 1_024;

    private final Undertow undertow;
    private final GracefulShutdownHandler gate;
    private final ExecutorService threads;
    private final ListenAddress address;
    private final String scheme;

    private HttpListener(
            Undertow undertow,
            GracefulShutdownHandler gate,
            ExecutorService threads,
            ListenAddress address,
            String scheme) {
        this.undertow = undertow;
        this.gate = gate;
        this.threads = threads;
        this.address = address;
        this.scheme = scheme;
    }

    /**
     * Listens in plain text.
     *
     * @param handler gets exchanges that may block
     * @throws SamException if the port is taken, or the host is not one of this machine
     */
    public static HttpListener start(ListenAddress wanted, HttpHandler handler) {
        return start(wanted, ListenerOptions.PLAIN, handler);
    }

    /**
     * Listens for HTTP/1.1 and HTTP/2.
     *
     * @param handler gets exchanges that may block
     * @throws SamException if the port is taken, or the host is not one of this machine
     */
    public static HttpListener start(ListenAddress wanted, ListenerOptions options, HttpHandler handler) {
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
        Undertow undertow = server(wanted, options, gate);
        try {
            undertow.start();
        } catch (RuntimeException e) {
            threads.shutdownNow();
            throw refused(wanted, e);
        }
        int port = ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
        return new HttpListener(undertow, gate, threads, wanted.withPort(port), options.scheme());
    }

    private static Undertow server(ListenAddress wanted, ListenerOptions options, HttpHandler handler) {
        Undertow.Builder server = Undertow.builder()
                .setIoThreads(1)
                .setWorkerThreads(1)
                .setHandler(handler)
                // Undertow's own default is lower than Lambda's; who reads the body holds the limit.
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEAD_TIMEOUT_MS)
                .setServerOption(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEAD_BYTES);
        if (options.escapesKept()) {
            server.setServerOption(UndertowOptions.DECODE_URL, false)
                    .setServerOption(UndertowOptions.MAX_PARAMETERS, MAX_HEAD_BYTES);
        }
        return options.certificate()
                .map(certificate -> server.addHttpsListener(wanted.port(), wanted.host(), certificate.context()))
                .orElseGet(() -> server.addHttpListener(wanted.port(), wanted.host()))
                .build();
    }

    private static SamException refused(ListenAddress wanted, RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (wanted.port() > 65_535) {
            return new SamException(
                    "There is no port " + wanted.port(),
                    "Ports go up to 65535; choose another one, 0 takes a free one",
                    e);
        }
        if (cause instanceof BindException && isOfThisMachine(wanted.host())) {
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

    private static boolean isOfThisMachine(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** With the port that was free, if 0 was wanted. */
    public ListenAddress address() {
        return address;
    }

    /** {@code https://127.0.0.1:3000}. */
    public String url() {
        return scheme + address.url().substring("http".length());
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
