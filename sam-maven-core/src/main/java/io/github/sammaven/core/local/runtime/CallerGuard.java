package io.github.sammaven.core.local.runtime;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.util.function.Predicate;

/** Lets only some addresses through. */
final class CallerGuard implements HttpHandler {

    private final Predicate<InetAddress> callers;
    private final HttpHandler next;

    CallerGuard(Predicate<InetAddress> callers, HttpHandler next) {
        this.callers = callers;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (callers.test(exchange.getSourceAddress().getAddress())) {
            next.handleRequest(exchange);
        } else {
            exchange.setStatusCode(StatusCodes.FORBIDDEN).endExchange();
        }
    }
}
