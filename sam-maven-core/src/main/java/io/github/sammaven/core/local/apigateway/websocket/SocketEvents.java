package io.github.sammaven.core.local.apigateway.websocket;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The events that the functions of a WebSocket API get. */
final class SocketEvents {

    static final String CONNECT = "$connect";
    static final String DISCONNECT = "$disconnect";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final LocalApi api;

    SocketEvents(LocalApi api) {
        this.api = api;
    }

    /** @param query parameters, decoded */
    ObjectNode connect(
            SocketClient client, Arrival arrival, ApiRequest request, Map<String, ? extends Collection<String>> query) {
        ObjectNode event = MAPPER.createObjectNode();
        ObjectNode headers = event.putObject("headers");
        ObjectNode allHeaders = event.putObject("multiValueHeaders");
        for (Header header : request.headers()) {
            if (!header.isNamed("Connection") && !header.isNamed("Upgrade")) {
                put(header.name(), header.value(), headers, allHeaders);
            }
        }
        forwarded(request).forEach(header -> put(header.name(), header.value(), headers, allHeaders));
        if (!query.isEmpty()) {
            ObjectNode parameters = event.putObject("queryStringParameters");
            ObjectNode all = event.putObject("multiValueQueryStringParameters");
            query.forEach((name, values) -> values.forEach(value -> put(name, value, parameters, all)));
        }
        return finish(event, context(client, arrival, CONNECT, "CONNECT"), client);
    }

    /** @param body as it came */
    ObjectNode message(SocketClient client, Arrival arrival, String messageId, String routeKey, String body) {
        ObjectNode event = MAPPER.createObjectNode();
        ObjectNode context = context(client, arrival, routeKey, "MESSAGE").put("messageId", messageId);
        finish(event, context, client);
        return event.put("body", body);
    }

    ObjectNode disconnect(SocketClient client, Arrival arrival, Ending ending) {
        ObjectNode event = MAPPER.createObjectNode();
        ObjectNode headers = event.putObject("headers");
        ObjectNode allHeaders = event.putObject("multiValueHeaders");
        put("Host", client.domain(), headers, allHeaders);
        for (String empty : List.of("x-api-key", "X-Forwarded-For", "x-restapi")) {
            put(empty, "", headers, allHeaders);
        }
        ObjectNode context = context(client, arrival, DISCONNECT, "DISCONNECT")
                .put("disconnectStatusCode", ending.code())
                .put("disconnectReason", ending.reason());
        return finish(event, context, client);
    }

    /** What the load balancers of AWS add. */
    private static List<Header> forwarded(ApiRequest request) {
        return List.of(
                new Header("X-Forwarded-For", request.caller().address()),
                new Header("X-Forwarded-Port", Integer.toString(request.caller().port())),
                new Header("X-Forwarded-Proto", request.caller().scheme()));
    }

    private static void put(String name, String value, ObjectNode last, ObjectNode all) {
        last.put(name, value);
        ArrayNode values = all.get(name) instanceof ArrayNode known ? known : all.putArray(name);
        values.add(value);
    }

    private ObjectNode finish(ObjectNode event, ObjectNode context, SocketClient client) {
        client.authorizer().ifPresent(authorizer -> context.set("authorizer", authorizer));
        event.set("requestContext", context);
        if (!api.stageVariables().isEmpty()) {
            ObjectNode variables = event.putObject("stageVariables");
            api.stageVariables().forEach(variables::put);
        }
        return event.put("isBase64Encoded", false);
    }

    private ObjectNode context(SocketClient client, Arrival arrival, String routeKey, String type) {
        ObjectNode context = MAPPER.createObjectNode()
                .put("routeKey", routeKey)
                .put("eventType", type)
                .put("extendedRequestId", arrival.requestId())
                .put("requestTime", TIME.format(arrival.at()))
                .put("messageDirection", "IN")
                .put("stage", api.stage())
                .put("connectedAt", client.connectedAt().toEpochMilli())
                .put("requestTimeEpoch", arrival.at().toEpochMilli())
                .put("requestId", arrival.requestId())
                .put("domainName", client.domain())
                .put("connectionId", client.connectionId())
                .put("apiId", api.id());
        ObjectNode identity = context.putObject("identity").put("sourceIp", client.address());
        client.userAgent().ifPresent(agent -> identity.put("userAgent", agent));
        return context;
    }
}
