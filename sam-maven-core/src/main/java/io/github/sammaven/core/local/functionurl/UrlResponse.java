package io.github.sammaven.core.local.functionurl;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.proxy.Cors;
import io.github.sammaven.core.local.apigateway.proxy.StreamedProxyAnswer;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.util.List;

/** Writes a response to its exchange, headers of CORS over the function's own. Parts may come from another thread. */
final class UrlResponse implements StreamedProxyAnswer.Sink {

    private static final byte[] NOTHING = new byte[0];

    private final HttpServerExchange exchange;
    private final ApiRequest request;
    private final Cors cors;
    private boolean begun;
    private boolean clientGone;

    UrlResponse(HttpServerExchange exchange, ApiRequest request, Cors cors) {
        this.exchange = exchange;
        this.request = request;
        this.cors = cors;
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    void whole(ApiResponse response) {
        head(response.status(), response.headers());
        part(response.body());
    }

    @Override
    public synchronized void head(int status, List<Header> headers) {
        begun = true;
        exchange.setStatusCode(status);
        cors.answer(request, new ApiResponse(status, headers, NOTHING))
                .headers()
                .forEach(header -> exchange.getResponseHeaders().add(new HttpString(header.name()), header.value()));
    }

    @Override
    public void failed(ApiResponse response) {
        whole(response);
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
