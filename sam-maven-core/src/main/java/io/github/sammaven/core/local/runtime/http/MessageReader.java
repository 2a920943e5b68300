package io.github.sammaven.core.local.runtime.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the lines of HTTP messages. */
final class MessageReader {

    /** All lines of a head, bytes; the errors that runtimes put into fields and trailers have room. */
    private static final int MAX_HEAD = 8 * 1_048_576;

    private final InputStream in;
    private int left;

    /** @param in buffered */
    MessageReader(InputStream in) {
        this.in = in;
    }

    /** Empty when the client has closed the connection. */
    Optional<RequestHead> head() throws IOException {
        left = MAX_HEAD;
        Optional<String> first = line();
        while (first.isPresent() && first.get().isEmpty()) {
            first = line();
        }
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String line = first.get();
        int method = line.indexOf(' ');
        int target = line.lastIndexOf(' ');
        if (method < 1 || target <= method || !line.startsWith("HTTP/1.", target + 1)) {
            throw new MalformedRequestException("not a request of HTTP/1");
        }
        HttpFields fields = fields();
        boolean persistent = line.endsWith("HTTP/1.0")
                ? fields.says("Connection", "keep-alive")
                : !fields.says("Connection", "close");
        return Optional.of(new RequestHead(
                line.substring(0, method), path(line.substring(method + 1, target)), persistent, fields));
    }

    private static String path(String target) throws MalformedRequestException {
        try {
            String path = URI.create(target).getPath();
            return path == null ? target : path;
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException("not the target of a request");
        }
    }

    /** The body of the request that was read last. */
    RequestBody body(HttpFields fields) throws MalformedRequestException {
        if (fields.has("Transfer-Encoding")) {
            if (!fields.says("Transfer-Encoding", "chunked")) {
                throw new MalformedRequestException("an unknown transfer encoding");
            }
            return new ChunkedBody(in, this);
        }
        String length = fields.first("Content-Length").orElse("0");
        return new FixedBody(in, size(length, 10));
    }

    private static long size(String digits, int radix) throws MalformedRequestException {
        try {
            long size = Long.parseLong(digits, radix);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw new MalformedRequestException("not a size");
        }
        throw new MalformedRequestException("a negative size");
    }

    /** Behind a body. */
    HttpFields trailers() throws IOException {
        left = MAX_HEAD;
        return fields();
    }

    private HttpFields fields() throws IOException {
        HttpFields fields = new HttpFields();
        for (String line = needed(); !line.isEmpty(); line = needed()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedRequestException("a field without a name");
            }
            fields.add(line.substring(0, colon), line.substring(colon + 1).trim());
        }
        return fields;
    }

    /** Bytes of the chunk that begins here; 0 for the last. */
    long chunkSize() throws IOException {
        left = MAX_HEAD;
        String line = needed();
        int extension = line.indexOf(';');
        return size((extension < 0 ? line : line.substring(0, extension)).trim(), 16);
    }

    void endOfChunk() throws IOException {
        left = MAX_HEAD;
        if (!needed().isEmpty()) {
            throw new MalformedRequestException("a chunk that is longer than it says");
        }
    }

    private String needed() throws IOException {
        return line().orElseThrow(EOFException::new);
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (--left < 0) {
                throw new MalformedRequestException("too many fields");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return Optional.of(line.toString(StandardCharsets.ISO_8859_1));
    }
}
