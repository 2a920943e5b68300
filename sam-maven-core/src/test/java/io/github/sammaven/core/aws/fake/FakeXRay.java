package io.github.sammaven.core.aws.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** X-Ray, strict about time ranges and about how many traces are asked for. A filter meets the names in documents. */
public final class FakeXRay implements FakeService {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double DAY = 86_400;

    private final Map<String, Trace> traces = new LinkedHashMap<>();
    private int perPage = 100;
    private int throttled;

    private record Trace(double time, double seconds, boolean partial, List<String> documents) {}

    /** A trace; again with the same id, it has other parts. */
    public synchronized FakeXRay trace(String id, double time, double seconds, String... documents) {
        traces.put(id, new Trace(time, seconds, false, List.of(documents)));
        return this;
    }

    /** A trace of which parts are missing. */
    public synchronized FakeXRay partial(String id, double time) {
        traces.put(id, new Trace(time, 0, true, List.of()));
        return this;
    }

    public synchronized FakeXRay perPage(int summaries) {
        perPage = summaries;
        return this;
    }

    /** The next calls are too many. */
    public synchronized FakeXRay throttle(int times) {
        throttled = times;
        return this;
    }

    @Override
    public synchronized ServiceAnswer answer(ServiceRequest request) {
        if (throttled > 0) {
            throttled--;
            return ServiceAnswer.refusal(429, "ThrottledException", "Rate exceeded");
        }
        try {
            JsonNode asked = JSON.readTree(request.body());
            return switch (request.method() + " " + request.uri().getPath()) {
                case "POST /TraceSummaries" -> summaries(asked);
                case "POST /Traces" -> traces(asked);
                case "POST /ServiceGraph" -> graph(asked);
                default -> ServiceAnswer.refusal(404, "UnknownOperationException", "");
            };
        } catch (IOException broken) {
            return ServiceAnswer.refusal(400, "SerializationException", "not JSON");
        }
    }

    private ServiceAnswer summaries(JsonNode asked) throws IOException {
        double from = asked.path("StartTime").asDouble();
        double to = asked.path("EndTime").asDouble();
        if (!asked.has("StartTime") || !asked.has("EndTime") || to < from) {
            return invalid("StartTime and EndTime are required");
        }
        if (to - from > DAY) {
            return invalid("Time range cannot be longer than 24 hours");
        }
        String filter = asked.path("FilterExpression").asText();
        if (filter.length() > 2000) {
            return invalid("FilterExpression is too long");
        }
        List<Map.Entry<String, Trace>> found = traces.entrySet().stream()
                .filter(entry ->
                        entry.getValue().time() >= from && entry.getValue().time() <= to)
                .filter(entry -> meets(filter, entry.getValue()))
                .toList();
        int first = asked.path("NextToken").asInt(0);
        int last = Math.min(found.size(), first + perPage);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putArray("TraceSummaries");
        found.subList(first, last).forEach(entry -> list.addObject()
                .put("Id", entry.getKey())
                .put("Duration", entry.getValue().seconds())
                .put("IsPartial", entry.getValue().partial()));
        if (last < found.size()) {
            answer.put("NextToken", String.valueOf(last));
        }
        return ServiceAnswer.json(200, JSON.writeValueAsString(answer));
    }

    /** {@code service("a") OR service("b")}. */
    private static boolean meets(String filter, Trace trace) {
        if (filter.isEmpty()) {
            return true;
        }
        for (String term : filter.split(" OR ")) {
            String name = term.replaceFirst("^service\\(\"(.*)\"\\)$", "$1");
            if (trace.documents().stream().anyMatch(document -> document.contains("\"" + name + "\""))) {
                return true;
            }
        }
        return false;
    }

    private ServiceAnswer traces(JsonNode asked) throws IOException {
        List<String> ids = new ArrayList<>();
        asked.path("TraceIds").forEach(id -> ids.add(id.asText()));
        if (ids.isEmpty() || ids.size() > 5) {
            return invalid("TraceIds must have between 1 and 5 members");
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putArray("Traces");
        for (String id : ids) {
            Trace trace = traces.get(id);
            if (trace == null) {
                continue;
            }
            ObjectNode one = list.addObject().put("Id", id).put("Duration", trace.seconds());
            ArrayNode segments = one.putArray("Segments");
            for (String document : trace.documents()) {
                segments.addObject()
                        .put("Id", JSON.readTree(document).path("id").asText())
                        .put("Document", document);
            }
        }
        answer.putArray("UnprocessedTraceIds");
        return ServiceAnswer.json(200, JSON.writeValueAsString(answer));
    }

    private static ServiceAnswer graph(JsonNode asked) {
        if (asked.path("EndTime").asDouble() - asked.path("StartTime").asDouble() > DAY / 4) {
            return invalid("Time range cannot be longer than 6 hours");
        }
        return ServiceAnswer.json(200, """
                {"Services": [
                  {"ReferenceId": 0, "Name": "shop-api", "Type": "AWS::ApiGateway::Stage",
                   "Edges": [{"ReferenceId": 1}],
                   "SummaryStatistics": {"TotalCount": 4, "TotalResponseTime": 2.0,
                     "FaultStatistics": {"TotalCount": 1}, "ErrorStatistics": {"TotalCount": 0}}},
                  {"ReferenceId": 1, "Name": "Orders", "Type": "AWS::Lambda::Function", "Edges": [],
                   "SummaryStatistics": {"TotalCount": 4, "TotalResponseTime": 1.0}}]}
                """);
    }

    private static ServiceAnswer invalid(String message) {
        return ServiceAnswer.refusal(400, "InvalidRequestException", message);
    }
}
