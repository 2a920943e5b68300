package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.http.RequestBody;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Makes a request of an exchange. Lines of the head are put in the order of their names, as API Gateway has them in its
 * events; those of one name stay in the order they came.
 */
final class RequestReader {

    private static final byte[] NOTHING = new byte[0];
    private static final String ORIGIN_FORM = "/";
    private static final String SCHEME_END = "://";

    private RequestReader() {}

    /** Everything but the body. */
    static ApiRequest head(HttpServerExchange exchange, Instant at) {
        return new ApiRequest(
                UUID.randomUUID().toString(),
                at,
                exchange.getRequestMethod().toString().toUpperCase(Locale.ROOT),
                path(exchange.getRequestURI()),
                exchange.getQueryString(),
                headers(exchange),
                NOTHING,
                caller(exchange));
    }

    /**
     * Reads the body, and with it the client's patience: more than the limit is read and dropped, so that the client
     * takes the answer.
     */
    static RequestBody body(HttpServerExchange exchange, int limit) throws IOException {
        return exchange.isRequestComplete() ? new RequestBody(NOTHING, 0, limit) : RequestBody.read(exchange, limit);
    }

    static ApiRequest with(ApiRequest head, byte[] body) {
        return new ApiRequest(
                head.id(), head.at(), head.method(), head.path(), head.query(), head.headers(), body, head.caller());
    }

    /** A client may write the whole URL, as to a proxy. */
    private static String path(String uri) {
        if (uri.startsWith(ORIGIN_FORM)) {
            return uri;
        }
        int host = uri.indexOf(SCHEME_END);
        if (host < 0) {
            return uri;
        }
        int path = uri.indexOf('/', host + SCHEME_END.length());
        return path < 0 ? ORIGIN_FORM : uri.substring(path);
    }

    private static List<Header> headers(HttpServerExchange exchange) {
        List<Header> headers = new ArrayList<>(16);
        for (HeaderValues values : exchange.getRequestHeaders()) {
            String name = values.getHeaderName().toString();
            if (!name.startsWith(":")) {
                values.forEach(value -> headers.add(new Header(name, value)));
            }
        }
        if (!exchange.getRequestHeaders().contains(Headers.HOST) && exchange.getHostAndPort() != null) {
            headers.add(new Header("Host", exchange.getHostAndPort()));
        }
        headers.sort(Comparator.comparing(Header::name, String.CASE_INSENSITIVE_ORDER));
        return headers;
    }

    private static ApiRequest.Caller caller(HttpServerExchange exchange) {
        return new ApiRequest.Caller(
                exchange.getSourceAddress().getAddress().getHostAddress(),
                exchange.getProtocol().toString(),
                exchange.getRequestScheme(),
                ((InetSocketAddress) exchange.getConnection().getLocalAddress()).getPort());
    }
}
