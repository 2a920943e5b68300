package io.github.sammaven.core.local.apigateway.authorize;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenID provider that tells its keys. */
final class JwksServer implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger readings = new AtomicInteger();
    private volatile List<JWK> keys;
    private volatile int status = 200;

    JwksServer(JWK... keys) throws IOException {
        this.keys = List.of(keys);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/pool/.well-known/openid-configuration", () -> "{\"jwks_uri\":\"" + issuer() + "/keys\"}");
        answer("/pool/keys", () -> {
            readings.incrementAndGet();
            return new JWKSet(this.keys).toString();
        });
        answer("/silent/.well-known/openid-configuration", () -> "{}");
        answer("/odd/keys", () -> "not keys");
        server.start();
    }

    private interface Document {
        String text();
    }

    private void answer(String path, Document document) {
        server.createContext(path, exchange -> {
            byte[] body = document.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String issuer() {
        return address() + "/pool";
    }

    int readings() {
        return readings.get();
    }

    void rotate(JWK... fresh) {
        keys = List.of(fresh);
    }

    void answerWith(int other) {
        status = other;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
