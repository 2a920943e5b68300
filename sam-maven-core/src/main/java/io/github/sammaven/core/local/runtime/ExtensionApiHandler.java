package io.github.sammaven.core.local.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.runtime.http.HttpCall;
import io.github.sammaven.core.local.runtime.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** The Extensions API, version 2020-01-01. */
final class ExtensionApiHandler {

    private static final String ROOT = "/2020-01-01/extension/";
    private static final String NAME = "Lambda-Extension-Name";
    private static final String IDENTIFIER = "Lambda-Extension-Identifier";
    private static final String FEATURES = "Lambda-Extension-Accept-Feature";
    private static final String ERROR_TYPE = "Lambda-Extension-Function-Error-Type";
    private static final String EVENT_IDENTIFIER = "Lambda-Extension-Event-Identifier";

    private final FunctionIdentity function;

    ExtensionApiHandler(FunctionIdentity function) {
        this.function = function;
    }

    /** False if this is no call of the API. */
    boolean handle(String request, HttpCall call, Extensions extensions) {
        if (request.equals("POST " + ROOT + "register")) {
            BodyReceiver.receive(call, ErrorReceiver.MAX_BYTES, body -> register(call, extensions, body));
        } else if (request.equals("GET " + ROOT + "event/next")) {
            next(call, extensions);
        } else if (request.equals("POST " + ROOT + "init/error")) {
            fail(call, extensions, "Extension.InitError");
        } else if (request.equals("POST " + ROOT + "exit/error")) {
            fail(call, extensions, "Extension.ExitError");
        } else {
            return false;
        }
        return true;
    }

    private void register(HttpCall call, Extensions extensions, LimitedBody body) {
        try {
            String name = call.fields()
                    .first(NAME)
                    .filter(given -> !given.isBlank())
                    .orElseThrow(() -> new ExtensionRefusal(ExtensionError.INVALID_NAME));
            Extension extension = extensions.register(name, events(body));
            ObjectNode answer = JsonBinding.MAPPER
                    .createObjectNode()
                    .put("functionName", function.name())
                    .put("functionVersion", "$LATEST")
                    .put("handler", function.handler());
            String features = call.fields().first(FEATURES).orElse("");
            if (Set.of(features.split("\\s*,\\s*")).contains("accountId")) {
                answer.put("accountId", function.accountId());
            }
            call.reply(HttpReply.json(200, answer.toString()).with(IDENTIFIER, extension.id()));
        } catch (ExtensionRefusal e) {
            ApiReplies.refuse(call, e.error());
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

    private void next(HttpCall call, Extensions extensions) {
        try {
            extensions.park(caller(call, extensions), new ParkedCall(call));
        } catch (ExtensionRefusal e) {
            ApiReplies.refuse(call, e.error());
        }
    }

    private static void fail(HttpCall call, Extensions extensions, String type) {
        try {
            Extension extension = caller(call, extensions);
            String reason = call.fields()
                    .first(ERROR_TYPE)
                    .filter(given -> !given.isBlank())
                    .orElseThrow(() -> new ExtensionRefusal(ExtensionError.MISSING_ERROR_TYPE));
            BodyReceiver.receive(call, ErrorReceiver.MAX_BYTES, body -> {
                extensions.lost(type, extension.name() + ": " + reason);
                ApiReplies.accept(call);
            });
        } catch (ExtensionRefusal e) {
            ApiReplies.refuse(call, e.error());
        }
    }

    static Extension caller(HttpCall call, Extensions extensions) throws ExtensionRefusal {
        String id = call.fields()
                .first(IDENTIFIER)
                .filter(given -> !given.isEmpty())
                .orElseThrow(() -> new ExtensionRefusal(ExtensionError.MISSING_IDENTIFIER));
        try {
            UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ExtensionRefusal(ExtensionError.INVALID_IDENTIFIER);
        }
        return extensions.withId(id).orElseThrow(() -> new ExtensionRefusal(ExtensionError.UNKNOWN_IDENTIFIER));
    }

    private final class ParkedCall implements Extension.Waiting {

        private final HttpCall call;

        private ParkedCall(HttpCall call) {
            this.call = call;
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
            call.reply(HttpReply.json(200, event.toString())
                    .with(EVENT_IDENTIFIER, UUID.randomUUID().toString()));
        }
    }
}
