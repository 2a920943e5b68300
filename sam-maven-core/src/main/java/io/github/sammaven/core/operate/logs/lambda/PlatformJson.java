package io.github.sammaven.core.operate.logs.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.operate.logs.lambda.LambdaLine.Kind;
import java.util.Optional;
import java.util.OptionalDouble;

/** Lines of functions whose log format is JSON: Lambda's own have a type {@code platform.…} and a record. */
final class PlatformJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlatformJson() {}

    static LambdaLine read(String message) {
        JsonNode line;
        try {
            line = JSON.readTree(message);
        } catch (JsonProcessingException notJson) {
            return LambdaLine.of(Kind.OUTPUT, Optional.empty());
        }
        String type = line.path("type").asText();
        if (!type.startsWith("platform.")) {
            return LambdaLine.of(Kind.OUTPUT, text(line, "requestId").or(() -> text(line, "AWSRequestId")));
        }
        JsonNode told = line.path("record");
        Optional<String> id = text(told, "requestId");
        return switch (type) {
            case "platform.start" -> LambdaLine.of(Kind.START, id);
            case "platform.runtimeDone" -> LambdaLine.of(Kind.END, id);
            case "platform.report" -> new LambdaLine(Kind.REPORT, id, Optional.of(report(told)));
            default -> LambdaLine.of(Kind.PLATFORM, id);
        };
    }

    private static InvocationReport report(JsonNode told) {
        JsonNode metrics = told.path("metrics");
        JsonNode init =
                metrics.has("initDurationMs") ? metrics.get("initDurationMs") : metrics.path("restoreDurationMs");
        return new InvocationReport(
                told.path("status").asText(),
                metrics.path("durationMs").asDouble(),
                metrics.path("billedDurationMs").asDouble(),
                metrics.path("memorySizeMB").asInt(),
                metrics.path("maxMemoryUsedMB").asInt(),
                init.isNumber() ? OptionalDouble.of(init.asDouble()) : OptionalDouble.empty());
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asText()).filter(text -> !text.isEmpty());
    }
}
