package io.github.sammaven.core.local.runtime;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP on a socket, with nothing between the test and the bytes. */
final class RawHttp implements Closeable {

    static final String NEXT = "/2018-06-01/runtime/invocation/next";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RawHttp(String address) throws IOException {
        int colon = address.lastIndexOf(':');
        this.socket = new Socket(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Header names are in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** The path below {@code runtime/invocation} for the event of that answer. */
    static String path(Answer event, String call) {
        return "/2018-06-01/runtime/invocation/" + event.header("Lambda-Runtime-Aws-Request-Id") + "/" + call;
    }

    Answer next() throws IOException {
        return get(NEXT);
    }

    Answer get(String path, String... headers) throws IOException {
        write(head("GET", path, headers) + "\r\n");
        return answer();
    }

    Answer post(String path, byte[] body, String... headers) throws IOException {
        write(head("POST", path, headers) + "Content-Length: " + body.length + "\r\n\r\n");
        out.write(body);
        out.flush();
        return answer();
    }

    Answer put(String path, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        write(head("PUT", path, headers) + "Content-Length: " + bytes.length + "\r\n\r\n" + body);
        return answer();
    }

    Answer post(String path, String body, String... headers) throws IOException {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    void beginChunked(String path, String... headers) throws IOException {
        write(head("POST", path, headers) + "Transfer-Encoding: chunked\r\n\r\n");
    }

    void chunk(byte[] part) throws IOException {
        ByteArrayOutputStream framed = new ByteArrayOutputStream(part.length + 16);
        framed.writeBytes((Integer.toHexString(part.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        framed.writeBytes(part);
        framed.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        framed.writeTo(out);
        out.flush();
    }

    Answer endChunked(String... trailers) throws IOException {
        write("0\r\n" + lines(trailers) + "\r\n");
        return answer();
    }

    /** What the server says to a request that was written in parts. */
    Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String head(String method, String path, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: api\r\n" + lines(headers);
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.toString();
    }

    void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
