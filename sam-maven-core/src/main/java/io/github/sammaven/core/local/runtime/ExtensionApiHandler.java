package io.github.sammaven.core.local.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** The Extensions API, version 2020-01-01. */
final class ExtensionApiHandler {

    private static final String ROOT = "/2020-01-01/extension/";
    private static final HttpString NAME = new HttpString("Lambda-Extension-Name");
    private static final HttpString IDENTIFIER = new HttpString("Lambda-Extension-Identifier");
    private static final HttpString FEATURES = new HttpString("Lambda-Extension-Accept-Feature");
    private static final HttpString ERROR_TYPE = new HttpString("Lambda-Extension-Function-Error-Type");
    private static final HttpString EVENT_IDENTIFIER = new HttpString("Lambda-Extension-Event-Identifier");

    private final FunctionIdentity function;

    ExtensionApiHandler(FunctionIdentity function) {
        this.function = function;
    }

    /** False if this is no call of the API. */
    boolean handle(String call, HttpServerExchange exchange, Extensions extensions) {
        if (call.equals("POST " + ROOT + "register")) {
            BodyReceiver.receive(exchange, ErrorReceiver.MAX_BYTES, body -> register(exchange, extensions, body));
        } else if (call.equals("GET " + ROOT + "event/next")) {
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> next(exchange, extensions));
        } else if (call.equals("POST " + ROOT + "init/error")) {
            fail(exchange, extensions, "Extension.InitError");
        } else if (call.equals("POST " + ROOT + "exit/error")) {
            fail(exchange, extensions, "Extension.ExitError");
        } else {
            return false;
        }
        return true;
    }

    private void register(HttpServerExchange exchange, Extensions extensions, LimitedBody body) {
        try {
            String name = exchange.getRequestHeaders().getFirst(NAME);
            if (name == null || name.isBlank()) {
                throw new ExtensionRefusal(ExtensionError.INVALID_NAME);
            }
            Extension extension = extensions.register(name, events(body));
            exchange.getResponseHeaders().put(IDENTIFIER, extension.id());
            ObjectNode answer = JsonBinding.MAPPER
                    .createObjectNode()
                    .put("functionName", function.name())
                    .put("functionVersion", "$LATEST")
                    .put("handler", function.handler());
            String features = exchange.getRequestHeaders().getFirst(FEATURES);
            if (features != null && Set.of(features.split("\\s*,\\s*")).contains("accountId")) {
                answer.put("accountId", function.accountId());
            }
            ApiReplies.json(exchange, 200, answer.toString());
        } catch (ExtensionRefusal e) {
            ApiReplies.refuse(exchange, e.error());
        }
    }

    private static Set<ExtensionEvent> events(LimitedBody body) throws ExtensionRefusal {
        JsonNode request;
        try {
            request = JsonBinding.MAPPER.readTree(new String(body.toBytes(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new ExtensionRefusal(ExtensionError.INVALID_REQUEST);
        }
        Set<ExtensionEvent> events = EnumSet.noneOf(ExtensionEvent.class);
        for (JsonNode event : request.path("events")) {
            switch (event.asText()) {
                case "INVOKE" -> events.add(ExtensionEvent.INVOKE);
                case "SHUTDOWN" -> events.add(ExtensionEvent.SHUTDOWN);
                default -> throw new ExtensionRefusal(ExtensionError.INVALID_EVENT);
            }
        }
        return events;
    }

    private void next(HttpServerExchange exchange, Extensions extensions) {
        try {
            extensions.park(caller(exchange, extensions), new ParkedCall(exchange));
        } catch (ExtensionRefusal e) {
            ApiReplies.refuse(exchange, e.error());
        }
    }

    private static void fail(HttpServerExchange exchange, Extensions extensions, String type) {
        try {
            Extension extension = caller(exchange, extensions);
            String reason = exchange.getRequestHeaders().getFirst(ERROR_TYPE);
            if (reason == null || reason.isBlank()) {
                throw new ExtensionRefusal(ExtensionError.MISSING_ERROR_TYPE);
            }
            BodyReceiver.receive(exchange, ErrorReceiver.MAX_BYTES, body -> {
                extensions.lost(type, extension.name() + ": " + reason);
                ApiReplies.accept(exchange);
            });
        } catch (ExtensionRefusal e) {
            ApiReplies.refuse(exchange, e.error());
        }
    }

    static Extension caller(HttpServerExchange exchange, Extensions extensions) throws ExtensionRefusal {
        String id = exchange.getRequestHeaders().getFirst(IDENTIFIER);
        if (id == null || id.isEmpty()) {
            throw new ExtensionRefusal(ExtensionError.MISSING_IDENTIFIER);
        }
        try {
            UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ExtensionRefusal(ExtensionError.INVALID_IDENTIFIER);
        }
        return extensions.withId(id).orElseThrow(() -> new ExtensionRefusal(ExtensionError.UNKNOWN_IDENTIFIER));
    }

    /** The exchange belongs to its I/O thread: answered from any other, the connection may hang. */
    private final class ParkedCall implements Extension.Waiting {

        private final HttpServerExchange exchange;

        private ParkedCall(HttpServerExchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public void invoke(RuntimeTurn turn) {
            ObjectNode event = JsonBinding.MAPPER
                    .createObjectNode()
                    .put("eventType", "INVOKE")
                    .put("deadlineMs", turn.deadlineMs())
                    .put("requestId", turn.invocation().requestId())
                    .put("invokedFunctionArn", function.arn());
            event.putObject("tracing")
                    .put("type", "X-Amzn-Trace-Id")
                    .put("value", turn.invocation().traceId().orElse(""));
            send(event);
        }

        @Override
        public void shutDown(ShutdownReason reason, long deadlineMs) {
            send(JsonBinding.MAPPER
                    .createObjectNode()
                    .put("eventType", "SHUTDOWN")
                    .put("shutdownReason", reason.word())
                    .put("deadlineMs", deadlineMs));
        }

        private void send(ObjectNode event) {
            exchange.getIoThread().execute(() -> {
                exchange.getResponseHeaders()
                        .put(EVENT_IDENTIFIER, UUID.randomUUID().toString());
                ApiReplies.json(exchange, 200, event.toString());
            });
        }
    }
}
