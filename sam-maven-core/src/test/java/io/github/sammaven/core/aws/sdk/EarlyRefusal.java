package io.github.sammaven.core.aws.sdk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Finds every bucket, and refuses every upload after its headers without taking the body, as S3 does. */
final class EarlyRefusal implements AutoCloseable {

    private static final String BODY =
            "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>";

    private final ServerSocket socket;
    private final ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();

    EarlyRefusal() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "early-refusal");
        thread.setDaemon(true);
        thread.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                answer(socket.accept());
            } catch (IOException failure) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        open.add(connection);
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        String method = reader.readLine();
        for (String header = reader.readLine(); header != null && !header.isEmpty(); ) {
            header = reader.readLine();
        }
        boolean upload = method != null && method.startsWith("PUT");
        String answer = upload
                ? "HTTP/1.1 403 Forbidden\r\nContent-Type: application/xml\r\nContent-Length: " + BODY.length()
                        + "\r\nConnection: close\r\n\r\n" + BODY
                : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
        connection.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
