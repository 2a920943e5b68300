package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one answer to an exchange. Several threads may have one to give; the first that claims it gives it, and ends the
 * exchange.
 */
final class Reply {

    /** The server's own business. */
    private static final Set<String> LEFT_OUT =
            Set.of("content-length", "transfer-encoding", "connection", "keep-alive", "upgrade");

    /** Of a streamed answer, this much is kept for the journal. */
    private static final int MAX_KEPT = 6_291_556;

    private final HttpServerExchange exchange;
    private final boolean kept;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final ByteArrayOutputStream streamed = new ByteArrayOutputStream(0);
    private byte[] body = new byte[0];
    private int status;
    private long size;
    private boolean clientGone;

    /** @param kept whether the body will be asked for */
    Reply(HttpServerExchange exchange, boolean kept) {
        this.exchange = exchange;
        this.kept = kept;
    }

    /** Whether the answer is the caller's to give. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** Sends it all. */
    void whole(ApiResponse response) {
        head(response);
        body = response.body();
        size = body.length;
        if (!clientGone && mayHaveBody(response.status())) {
            exchange.setResponseContentLength(body.length);
            if (!exchange.getRequestMethod().equals(Methods.HEAD)) {
                write(body, false);
            }
        }
        end();
    }

    /** Begins an answer whose parts follow. */
    void begin(ApiResponse response) {
        head(response);
        part(response.body());
    }

    void part(byte[] bytes) {
        size += bytes.length;
        if (kept && streamed.size() + bytes.length <= MAX_KEPT) {
            streamed.writeBytes(bytes);
        }
        write(bytes, true);
    }

    void end() {
        exchange.endExchange();
    }

    private static boolean mayHaveBody(int status) {
        return status != StatusCodes.NO_CONTENT && status != StatusCodes.NOT_MODIFIED;
    }

    private void head(ApiResponse response) {
        status = response.status();
        if (exchange.isResponseStarted()) {
            // The connection broke while the request was read.
            clientGone = true;
            return;
        }
        exchange.setStatusCode(response.status());
        HeaderMap headers = exchange.getResponseHeaders();
        for (Header header : response.headers()) {
            if (!LEFT_OUT.contains(header.name().toLowerCase(Locale.ROOT))) {
                headers.add(new HttpString(header.name()), singleLine(header.value()));
            }
        }
    }

    /** A line break would begin another header. */
    private static String singleLine(String value) {
        return value.indexOf('\n') < 0 && value.indexOf('\r') < 0
                ? value
                : value.replace('\r', ' ').replace('\n', ' ');
    }

    private void write(byte[] bytes, boolean atOnce) {
        if (clientGone || bytes.length == 0) {
            return;
        }
        try {
            exchange.getOutputStream().write(bytes);
            if (atOnce) {
                exchange.getOutputStream().flush();
            }
        } catch (IOException e) {
            // The function goes on without the client, as in AWS.
            clientGone = true;
        }
    }

    int status() {
        return status;
    }

    /** Bytes of the body. */
    long size() {
        return size;
    }

    byte[] body() {
        return streamed.size() > 0 ? streamed.toByteArray() : body;
    }
}
