package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.runtime.RuntimeAnswer.Kind;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.function.Consumer;

/** Collects what a runtime posts, without a thread of its own. */
final class BodyReceiver {

    private BodyReceiver() {}

    /** A body up to a limit; what is beyond is counted. */
    static void receive(HttpServerExchange exchange, int limit, Consumer<LimitedBody> whole) {
        LimitedBody body = new LimitedBody(limit);
        exchange.getRequestReceiver()
                .receivePartialBytes(
                        (same, part, last) -> {
                            body.add(part);
                            if (last) {
                                whole.accept(body);
                            }
                        },
                        (same, failure) -> ApiReplies.refuse(exchange, ApiError.TRUNCATED));
    }

    static RuntimeAnswer answer(HttpServerExchange exchange, LimitedBody body, Kind kind, String category) {
        return new RuntimeAnswer(kind, body.toBytes(), body.size(), contentType(exchange), category);
    }

    static String contentType(HttpServerExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        return given == null ? "application/json" : given;
    }
}
