package io.github.sammaven.core.local.functionurl;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Writes an answer to its exchange, headers of CORS over the function's own. Parts may come from another thread. */
final class UrlResponse implements StreamedAnswer.Response {

    /** The server's own business. */
    private static final Set<String> LEFT_OUT = Set.of("content-length", "transfer-encoding", "connection");

    private final HttpServerExchange exchange;
    private final Map<String, String> cors;
    private boolean begun;
    private boolean clientGone;

    UrlResponse(HttpServerExchange exchange, Map<String, String> cors) {
        this.exchange = exchange;
        this.cors = cors;
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    void whole(UrlAnswer answer) {
        head(answer);
        part(answer.body());
    }

    @Override
    public synchronized void head(UrlAnswer answer) {
        begun = true;
        exchange.setStatusCode(answer.status());
        HeaderMap headers = exchange.getResponseHeaders();
        answer.headers().forEach((name, value) -> {
            if (!LEFT_OUT.contains(name)) {
                headers.put(new HttpString(name), value);
            }
        });
        answer.cookies().forEach(cookie -> headers.add(Headers.SET_COOKIE, cookie));
        cors.forEach((name, value) -> headers.put(new HttpString(name), value));
    }

    @Override
    public synchronized void part(byte[] bytes) {
        if (clientGone || bytes.length == 0) {
            return;
        }
        try {
            exchange.getOutputStream().write(bytes);
            exchange.getOutputStream().flush();
        } catch (IOException e) {
            // The function goes on without it, as in AWS.
            clientGone = true;
        }
    }
}
