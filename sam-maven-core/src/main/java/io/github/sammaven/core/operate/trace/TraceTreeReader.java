package io.github.sammaven.core.operate.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.aws.TraceRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Puts the segments of a trace together: a segment is within the subsegment, of another service, that caused it. */
public final class TraceTreeReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<JsonNode>> byParent = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final List<JsonNode> segments = new ArrayList<>();

    private TraceTreeReader() {}

    /** Documents that are none are left out. */
    public static TraceTree read(TraceRecord trace) {
        TraceTreeReader reader = new TraceTreeReader();
        trace.documents().forEach(reader::add);
        List<TraceStep> roots = reader.roots();
        double start = roots.stream().mapToDouble(TraceStep::start).min().orElse(0);
        return new TraceTree(trace.id(), start, trace.seconds(), roots);
    }

    private void add(String document) {
        try {
            JsonNode segment = JSON.readTree(document);
            segments.add(segment);
            collect(segment);
        } catch (JsonProcessingException broken) {
            // A document that is none tells nothing; the others of the trace do.
        }
    }

    private void collect(JsonNode segment) {
        ids.add(segment.path("id").asText());
        segment.path("subsegments").forEach(this::collect);
    }

    private List<TraceStep> roots() {
        List<JsonNode> roots = new ArrayList<>();
        for (JsonNode segment : segments) {
            String parent = segment.path("parent_id").asText();
            if (ids.contains(parent)) {
                byParent.computeIfAbsent(parent, none -> new ArrayList<>()).add(segment);
            } else {
                roots.add(segment);
            }
        }
        return steps(roots);
    }

    private List<TraceStep> steps(List<JsonNode> nodes) {
        return nodes.stream()
                .map(this::step)
                .sorted(Comparator.comparingDouble(TraceStep::start))
                .toList();
    }

    private TraceStep step(JsonNode node) {
        List<JsonNode> inner = new ArrayList<>();
        node.path("subsegments").forEach(inner::add);
        // Taken out, so that documents that name each other cannot go round for ever.
        List<JsonNode> caused = byParent.remove(node.path("id").asText());
        inner.addAll(caused == null ? List.of() : caused);
        double start = node.path("start_time").asDouble();
        JsonNode status = node.path("http").path("response").path("status");
        return new TraceStep(
                node.path("name").asText(),
                node.path("origin").asText(),
                start,
                Math.max(0, node.path("end_time").asDouble(start) - start),
                status.isNumber() ? OptionalInt.of(status.asInt()) : OptionalInt.empty(),
                verdict(node),
                reason(node),
                steps(inner));
    }

    private static TraceStep.Verdict verdict(JsonNode node) {
        if (node.path("fault").asBoolean()) {
            return TraceStep.Verdict.FAULT;
        }
        if (node.path("throttle").asBoolean()) {
            return TraceStep.Verdict.THROTTLE;
        }
        if (node.path("error").asBoolean()) {
            return TraceStep.Verdict.ERROR;
        }
        return node.path("in_progress").asBoolean() ? TraceStep.Verdict.RUNNING : TraceStep.Verdict.OK;
    }

    private static String reason(JsonNode node) {
        JsonNode exception = node.path("cause").path("exceptions").path(0);
        String type = exception.path("type").asText();
        String message = exception.path("message").asText().lines().findFirst().orElse("");
        return type.isEmpty() || message.isEmpty() ? type + message : type + ": " + message;
    }
}
