package io.github.sammaven.core.local.console;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What the browser gets, with headers that let nothing from elsewhere in, and nothing of ours out. */
record Reply(int status, String type, byte[] body, String location) {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static Reply html(int status, String page) {
        return new Reply(status, HTML, page.getBytes(StandardCharsets.UTF_8), "");
    }

    static Reply file(String type, byte[] body) {
        return new Reply(200, type, body, "");
    }

    /** The browser reads the page of that address next. */
    static Reply seeOther(String location) {
        return new Reply(303, HTML, new byte[0], location);
    }

    /** A referrer policy of no referrer would make the browser hide the origin of our own forms. */
    void send(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.CONTENT_TYPE, type);
        headers.put(new HttpString("Content-Security-Policy"), POLICY);
        headers.put(new HttpString("X-Content-Type-Options"), "nosniff");
        headers.put(new HttpString("Cross-Origin-Resource-Policy"), "same-origin");
        headers.put(new HttpString("Referrer-Policy"), "same-origin");
        headers.put(Headers.CACHE_CONTROL, "no-store");
        if (!location.isEmpty()) {
            headers.put(Headers.LOCATION, location);
        }
        exchange.setStatusCode(status);
        exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }
}
