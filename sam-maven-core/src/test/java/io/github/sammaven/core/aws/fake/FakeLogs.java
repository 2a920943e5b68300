package io.github.sammaven.core.aws.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * CloudWatch Logs, {@code FilterLogEvents} only. Strict about members and times; pages are small, and before each there may
 * be empty ones with a token. Patterns are plain words.
 */
public final class FakeLogs implements FakeService {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> MEMBERS = Set.of(
            "logGroupName",
            "logGroupIdentifier",
            "logStreamNames",
            "logStreamNamePrefix",
            "startTime",
            "endTime",
            "filterPattern",
            "nextToken",
            "limit",
            "unmask");

    private final Map<String, List<Event>> groups = new LinkedHashMap<>();
    private final List<String> reads = new ArrayList<>();
    private int perPage = 100;
    private int emptyPages;
    private int throttled;
    private int events;
    private Runnable beforeEach = () -> {};

    private record Event(String id, String stream, long time, String message) {}

    /** A group without events. */
    public synchronized FakeLogs group(String name) {
        groups.putIfAbsent(name, new ArrayList<>());
        return this;
    }

    /** An event, and its group if there is none yet. */
    public synchronized FakeLogs event(String group, String stream, long time, String message) {
        group(group);
        groups.get(group).add(new Event("%056d".formatted(++events), stream, time, message));
        return this;
    }

    /** How many events a page has, and how many empty pages come before it. */
    public synchronized FakeLogs pages(int events, int emptyBefore) {
        perPage = events;
        emptyPages = emptyBefore;
        return this;
    }

    /** The next calls are too many. */
    public synchronized FakeLogs throttle(int times) {
        throttled = times;
        return this;
    }

    /** Done before each call is answered, with no lock of its own: it may add events. */
    public synchronized FakeLogs beforeEach(Runnable work) {
        beforeEach = work;
        return this;
    }

    /** Groups in the order of the calls. */
    public synchronized List<String> reads() {
        return List.copyOf(reads);
    }

    @Override
    public synchronized ServiceAnswer answer(ServiceRequest request) {
        if (!request.header("X-Amz-Target").equals("Logs_20140328.FilterLogEvents")) {
            return ServiceAnswer.refusal(400, "UnknownOperationException", "");
        }
        try {
            return filter(JSON.readTree(request.body()));
        } catch (IOException broken) {
            return ServiceAnswer.refusal(400, "SerializationException", "not JSON");
        }
    }

    private ServiceAnswer filter(JsonNode asked) throws JsonProcessingException {
        List<String> unknown = new ArrayList<>();
        asked.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            return invalid("unknown members " + unknown);
        }
        if (asked.has("logGroupName") == asked.has("logGroupIdentifier")) {
            return invalid("Exactly one of logGroupName and logGroupIdentifier must be specified.");
        }
        String identifier = asked.path("logGroupIdentifier").asText();
        if (identifier.endsWith("*")) {
            return invalid("Value '" + identifier + "' at 'logGroupIdentifier' failed to satisfy constraint");
        }
        String group = asked.path("logGroupName").asText(identifier.replaceFirst(".*:log-group:", ""));
        reads.add(group);
        beforeEach.run();
        if (throttled > 0) {
            throttled--;
            return ServiceAnswer.refusal(400, "ThrottlingException", "Rate exceeded");
        }
        long from = asked.path("startTime").asLong(0);
        long to = asked.path("endTime").asLong(Long.MAX_VALUE);
        if (from < 0 || to < from) {
            return invalid("startTime must be less than or equal to endTime");
        }
        String pattern = asked.path("filterPattern").asText("");
        if (pattern.chars().filter(sign -> sign == '"').count() % 2 == 1) {
            return invalid("Invalid filter pattern");
        }
        if (!groups.containsKey(group)) {
            return ServiceAnswer.refusal(400, "ResourceNotFoundException", "The specified log group does not exist.");
        }
        List<Event> found = groups.get(group).stream()
                .filter(event -> event.time() >= from && event.time() <= to)
                .filter(event -> event.message().contains(pattern.replace("\"", "")))
                .sorted(Comparator.comparingLong(Event::time))
                .toList();
        return page(found, asked.path("nextToken").asText("0:0"));
    }

    /** A token is the number of the event and of the empty page before it. */
    private ServiceAnswer page(List<Event> found, String token) throws JsonProcessingException {
        int from = Integer.parseInt(token.substring(0, token.indexOf(':')));
        int empty = Integer.parseInt(token.substring(token.indexOf(':') + 1));
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putArray("events");
        answer.putArray("searchedLogStreams");
        if (empty < emptyPages) {
            answer.put("nextToken", from + ":" + (empty + 1));
        } else {
            int to = Math.min(found.size(), from + perPage);
            found.subList(from, to).forEach(event -> list.addObject()
                    .put("logStreamName", event.stream())
                    .put("timestamp", event.time())
                    .put("message", event.message())
                    .put("ingestionTime", event.time() + 500)
                    .put("eventId", event.id()));
            if (to < found.size()) {
                answer.put("nextToken", to + ":0");
            }
        }
        return ServiceAnswer.json(200, JSON.writeValueAsString(answer));
    }

    private static ServiceAnswer invalid(String message) {
        return ServiceAnswer.refusal(400, "InvalidParameterException", message);
    }
}
