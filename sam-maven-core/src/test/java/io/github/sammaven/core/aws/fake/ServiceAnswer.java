package io.github.sammaven.core.aws.fake;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a service says. */
public record ServiceAnswer(int status, Map<String, String> headers, byte[] body) {

    public static ServiceAnswer xml(int status, String body) {
        return new ServiceAnswer(status, Map.of("Content-Type", "text/xml"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a JSON protocol. */
    public static ServiceAnswer json(int status, String body) {
        return new ServiceAnswer(
                status, Map.of("Content-Type", "application/x-amz-json-1.1"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** A refusal of a JSON protocol; REST services want the type in a header too. */
    public static ServiceAnswer refusal(int status, String type, String message) {
        String body = "{\"__type\":\"" + type + "\",\"message\":\"" + message.replace("\"", "\\\"") + "\"}";
        return new ServiceAnswer(
                status,
                Map.of("Content-Type", "application/x-amz-json-1.1", "x-amzn-ErrorType", type),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
