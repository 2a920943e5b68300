package io.github.sammaven.core.local.runtime.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a free port. Each connection has a thread, which ends with it; closing ends all of them. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private static final int BACKLOG = 128;

    /** Before it is tried again to take a connection: most likely files have to be closed elsewhere first. */
    private static final long PAUSE_NANOS = 100_000_000;

    private final ServerSocket listener;
    private final Supplier<CallHandler> handlers;
    private final Map<Socket, Thread> connections = new ConcurrentHashMap<>();

    private HttpServer(ServerSocket listener, Supplier<CallHandler> handlers) {
        this.listener = listener;
        this.handlers = handlers;
    }

    /**
     * Listens.
     *
     * @param address of one of the interfaces of this machine
     * @param handlers gives what answers all calls of a connection, when the first has come
     * @throws IOException if there is no free port
     */
    public static HttpServer start(InetAddress address, Supplier<CallHandler> handlers) throws IOException {
        HttpServer server = new HttpServer(new ServerSocket(0, BACKLOG, address), handlers);
        daemon("sam-runtime-api", server::accept).start();
        return server;
    }

    /** The one that was free. */
    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    LOG.warn("The Runtime API takes no connection now: {}", e.getMessage());
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    private void serve(Socket socket) {
        HttpConnection connection = new HttpConnection(socket, handlers);
        Thread thread = daemon("sam-runtime-api-" + socket.getPort(), () -> {
            try {
                connection.run();
            } finally {
                connections.remove(socket);
            }
        });
        connections.put(socket, thread);
        thread.start();
        if (listener.isClosed()) {
            end(socket, thread);
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        quietly(listener::close);
        connections.forEach(HttpServer::end);
    }

    private static void end(Socket socket, Thread thread) {
        quietly(socket::close);
        if (thread != Thread.currentThread()) {
            thread.interrupt();
        }
    }

    /** Something that can be closed. */
    private interface Closing {
        void close() throws IOException;
    }

    private static void quietly(Closing closing) {
        try {
            closing.close();
        } catch (IOException e) {
            LOG.debug("Not closed", e);
        }
    }
}
