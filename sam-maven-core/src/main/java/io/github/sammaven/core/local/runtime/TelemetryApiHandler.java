package io.github.sammaven.core.local.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.sammaven.core.local.runtime.http.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** The Telemetry API, version 2022-07-01, with HTTP destinations; the older Logs API only says that it is not there. */
final class TelemetryApiHandler {

    private static final Set<String> STREAMS = Set.of("platform", "function", "extension");

    /** The name of this machine in Lambda. */
    private static final Set<String> SANDBOX = Set.of("sandbox.localdomain", "sandbox");

    private final Telemetry telemetry;

    TelemetryApiHandler(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** False if this is no call of the API. */
    boolean handle(String request, HttpCall call, Extensions extensions) {
        if (request.equals("PUT /2020-08-15/logs")) {
            ApiReplies.json(call, 202, notSupported("Logs"));
        } else if (request.equals("PUT /2022-07-01/telemetry")) {
            BodyReceiver.receive(call, ErrorReceiver.MAX_BYTES, body -> subscribe(call, extensions, body));
        } else {
            return false;
        }
        return true;
    }

    private static String notSupported(String api) {
        return "{\"errorMessage\":\"" + api + " API is not supported\",\"errorType\":\"" + api + ".NotSupported\"}";
    }

    private void subscribe(HttpCall call, Extensions extensions, LimitedBody body) {
        try {
            Extension extension = ExtensionApiHandler.caller(call, extensions);
            JsonNode request = JsonBinding.MAPPER.readTree(new String(body.toBytes(), StandardCharsets.UTF_8));
            if (!request.path("destination").path("protocol").asText("HTTP").equals("HTTP")) {
                ApiReplies.json(call, 202, notSupported("Telemetry"));
                return;
            }
            Set<String> streams = streams(request);
            TelemetrySubscription subscription =
                    new TelemetrySubscription(destination(request), streams, TelemetryBuffering.of(request));
            telemetry.platform("telemetrySubscription", details -> {
                details.put("name", extension.name()).put("state", "Subscribed");
                streams.forEach(details.putArray("types")::add);
            });
            telemetry.subscribe(subscription);
            ApiReplies.json(call, 200, "\"OK\"");
        } catch (ExtensionRefusal e) {
            ApiReplies.refuse(call, e.error());
        } catch (JsonProcessingException e) {
            refuse(call, "the body is not JSON");
        } catch (IllegalArgumentException e) {
            refuse(call, String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> streams(JsonNode request) {
        Set<String> streams = new LinkedHashSet<>();
        request.path("types").forEach(type -> streams.add(type.asText()));
        if (streams.isEmpty() || !STREAMS.containsAll(streams)) {
            throw new IllegalArgumentException("types are not of platform, function and extension");
        }
        return streams;
    }

    private static URI destination(JsonNode request) {
        URI uri = URI.create(request.path("destination").path("URI").asText());
        String host = uri.getHost();
        if (host == null || !"http".equals(uri.getScheme())) {
            throw new IllegalArgumentException("destination.URI is no http address");
        }
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return URI.create("http://" + (SANDBOX.contains(host) ? "127.0.0.1" : host) + ":" + port + path);
    }

    private static void refuse(HttpCall call, String message) {
        String body = JsonBinding.MAPPER
                .createObjectNode()
                .put("errorMessage", message)
                .put("errorType", "ValidationError")
                .toString();
        ApiReplies.json(call, 400, body);
    }
}
