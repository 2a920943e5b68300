package io.github.sammaven.core.aws.sdk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** Passes requests on to a server, or does something worse with them. One request for each connection. */
final class FaultyFront implements AutoCloseable {

    private final URI target;
    private final Function<Request, Fate> fates;
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final Queue<Request> seen = new ConcurrentLinkedQueue<>();
    private final LinkedBlockingQueue<Request> passed = new LinkedBlockingQueue<>();

    enum Fate {
        PASS,
        ERROR,
        SLOW_DOWN,
        CUT_BEFORE_THE_END,
        ANSWER_LOST,
        SILENCE
    }

    record Request(String method, String path) {

        boolean isPart() {
            return method.equals("PUT") && path.contains("partNumber=");
        }
    }

    FaultyFront(URI target, Function<Request, Fate> fates) throws IOException {
        this.target = target;
        this.fates = fates;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** All requests so far. */
    List<Request> seen() {
        return List.copyOf(seen);
    }

    /** Each request that was answered as the server did. */
    LinkedBlockingQueue<Request> passed() {
        return passed;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String head = head(in);
            if (head.isEmpty()) {
                return;
            }
            String[] line = head.substring(0, head.indexOf('\r')).split(" ");
            Request request = new Request(line[0], line[1]);
            seen.add(request);
            if (header(head, "expect").isPresent()) {
                write(client.getOutputStream(), "HTTP/1.1 100 Continue\r\n\r\n");
            }
            int length = header(head, "content-length").map(Integer::parseInt).orElse(0);
            carryOut(fates.apply(request), request, client, head, in, length);
        } catch (IOException gone) {
            // Whoever called has gone; its own test says whether that is right.
        }
    }

    private void carryOut(Fate fate, Request request, Socket client, String head, InputStream in, int length)
            throws IOException {
        if (fate == Fate.SILENCE) {
            // Until the caller loses patience.
            in.transferTo(OutputStream.nullOutputStream());
            return;
        }
        if (fate == Fate.CUT_BEFORE_THE_END) {
            in.readNBytes(length / 2);
            client.setSoLinger(true, 0);
            return;
        }
        byte[] body = in.readNBytes(length);
        if (fate == Fate.ERROR || fate == Fate.SLOW_DOWN) {
            boolean slow = fate == Fate.SLOW_DOWN;
            refuse(client.getOutputStream(), slow ? 503 : 500, slow ? "SlowDown" : "InternalError");
            return;
        }
        byte[] answer = pass(head, body);
        if (fate == Fate.PASS) {
            client.getOutputStream().write(answer);
            client.getOutputStream().flush();
            passed.add(request);
        }
    }

    private byte[] pass(String head, byte[] body) throws IOException {
        try (Socket server = new Socket(target.getHost(), target.getPort())) {
            String forwarded = head.replaceAll("(?im)^(expect|connection):.*\r\n", "");
            write(server.getOutputStream(), forwarded.replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n"));
            server.getOutputStream().write(body);
            server.getOutputStream().flush();
            return server.getInputStream().readAllBytes();
        }
    }

    private static void refuse(OutputStream out, int status, String code) throws IOException {
        String body = "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>by chance</Message></Error>";
        write(
                out,
                "HTTP/1.1 " + status + " " + code + "\r\nContent-Type: application/xml\r\nContent-Length: "
                        + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int value = in.read(); value >= 0; value = in.read()) {
            head.write(value);
            if (value == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    private static Optional<String> header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).trim())
                .findFirst();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
        threads.shutdownNow();
    }
}
