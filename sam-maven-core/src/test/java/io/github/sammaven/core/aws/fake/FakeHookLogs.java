package io.github.sammaven.core.aws.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What functions wrote into their log groups, strict: FilterLogEvents only. */
public final class FakeHookLogs implements FakeService {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TARGET = "Logs_20140328.";
    private static final int MOST = 10_000;

    private final Map<String, List<Event>> groups = new LinkedHashMap<>();
    private final Faults faults = new Faults();
    private int perPage = MOST;

    private record Event(Instant time, String message) {}

    public synchronized FakeHookLogs group(String name) {
        groups.putIfAbsent(name, new ArrayList<>());
        return this;
    }

    public synchronized FakeHookLogs event(String group, Instant time, String message) {
        group(group).groups.get(group).add(new Event(time, message));
        return this;
    }

    public synchronized FakeHookLogs eventsPerPage(int events) {
        perPage = events;
        return this;
    }

    /** Every call is refused from now on. */
    public synchronized FakeHookLogs refuse(int status, String type, String message) {
        faults.plan("*", new JsonRefusal(status, type, message), Integer.MAX_VALUE);
        return this;
    }

    @Override
    public synchronized ServiceAnswer answer(ServiceRequest request) {
        try {
            if (!request.header("X-Amz-Target").equals(TARGET + "FilterLogEvents")) {
                throw JsonRefusal.of("UnknownOperationException", "");
            }
            faults.next("FilterLogEvents").ifPresent(refusal -> {
                throw refusal;
            });
            return ServiceAnswer.json(
                    200, filter(MAPPER.readTree(request.body())).toString());
        } catch (JsonRefusal refusal) {
            return refusal.answer();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private ObjectNode filter(JsonNode input) {
        List<Event> all = groups.get(input.path("logGroupName").asText());
        if (all == null) {
            throw JsonRefusal.of("ResourceNotFoundException", "The specified log group does not exist.");
        }
        int limit = input.path("limit").asInt(MOST);
        if (limit < 1 || limit > MOST) {
            throw JsonRefusal.of("InvalidParameterException", "limit must be between 1 and 10000");
        }
        long start = input.path("startTime").asLong(0);
        List<Event> found = all.stream()
                .filter(event -> event.time().toEpochMilli() >= start)
                .toList();
        int from = input.path("nextToken").asInt(0);
        int to = Math.min(found.size(), from + Math.min(perPage, limit));
        ObjectNode answer = MAPPER.createObjectNode();
        ArrayNode events = answer.putArray("events");
        found.subList(from, to).forEach(event -> events.addObject()
                .put("logStreamName", "2026/11/21/[$LATEST]0123456789abcdef")
                .put("timestamp", event.time().toEpochMilli())
                .put("message", event.message())
                .put("eventId", String.valueOf(event.hashCode())));
        return to < found.size() ? answer.put("nextToken", String.valueOf(to)) : answer;
    }
}
