package io.github.sammaven.core.aws.fake;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The alarms of CloudWatch, strict. An alarm takes its next state each time it is looked at; the last one stays. */
public final class FakeAlarms implements FakeService {

    private static final int MOST = 100;

    private final Map<String, Alarm> alarms = new LinkedHashMap<>();
    private @Nullable QueryError refusal;
    private int perPage = MOST;

    private record Alarm(boolean composite, Deque<State> states) {}

    private record State(String value, String reason, Instant since) {}

    /** Adds a state of an alarm of a metric; it makes the alarm at the first time. */
    public synchronized FakeAlarms metric(String name, String state, String reason, Instant since) {
        return add(name, false, new State(state, reason, since));
    }

    /** As {@link #metric}, for an alarm over others. */
    public synchronized FakeAlarms composite(String name, String state, String reason, Instant since) {
        return add(name, true, new State(state, reason, since));
    }

    private FakeAlarms add(String name, boolean composite, State state) {
        alarms.computeIfAbsent(name, none -> new Alarm(composite, new ArrayDeque<>()))
                .states()
                .add(state);
        return this;
    }

    public synchronized FakeAlarms alarmsPerPage(int count) {
        perPage = count;
        return this;
    }

    /** Every call is refused from now on. */
    public synchronized FakeAlarms refuse(int status, String code, String message) {
        refusal = new QueryError(status, code, message);
        return this;
    }

    @Override
    public synchronized ServiceAnswer answer(ServiceRequest request) {
        QueryRequest query = QueryRequest.parse(request.text());
        try {
            if (!query.get("Version").orElse("").equals("2010-08-01")
                    || !query.action().equals("DescribeAlarms")) {
                throw new QueryError(400, "InvalidAction", "Could not find operation " + query.action());
            }
            if (refusal != null) {
                throw refusal;
            }
            return ServiceAnswer.xml(
                    200,
                    "<DescribeAlarmsResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">"
                            + "<DescribeAlarmsResult>" + describe(query) + "</DescribeAlarmsResult>"
                            + "<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></DescribeAlarmsResponse>");
        } catch (QueryError error) {
            return ServiceAnswer.xml(
                    error.status(),
                    "<ErrorResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><Error>"
                            + new Xml()
                                    .element("Type", "Sender")
                                    .element("Code", error.code())
                                    .element("Message", error.getMessage())
                            + "</Error><RequestId>1</RequestId></ErrorResponse>");
        }
    }

    private Xml describe(QueryRequest query) {
        List<String> names = query.list("AlarmNames");
        int most = query.get("MaxRecords").map(Integer::parseInt).orElse(50);
        if (names.size() > MOST || most > MOST || most < 1) {
            throw QueryError.constraint(
                    String.valueOf(names.size()), "alarmNames", "have length less than or equal to 100");
        }
        List<String> types = query.list("AlarmTypes").isEmpty() ? List.of("MetricAlarm") : query.list("AlarmTypes");
        List<String> found = names.stream()
                .filter(alarms::containsKey)
                .filter(name -> types.contains(alarms.get(name).composite() ? "CompositeAlarm" : "MetricAlarm"))
                .toList();
        int from = query.get("NextToken").map(Integer::parseInt).orElse(0);
        int to = Math.min(found.size(), from + Math.min(perPage, most));
        List<String> page = found.subList(from, to);
        Xml xml = new Xml()
                .members(
                        "MetricAlarms",
                        page.stream()
                                .filter(name -> !alarms.get(name).composite())
                                .toList(),
                        this::alarm)
                .members(
                        "CompositeAlarms",
                        page.stream()
                                .filter(name -> alarms.get(name).composite())
                                .toList(),
                        this::alarm);
        return to < found.size() ? xml.element("NextToken", String.valueOf(to)) : xml;
    }

    private void alarm(Xml member, String name) {
        Deque<State> states = alarms.get(name).states();
        State state = states.size() > 1 ? states.remove() : states.element();
        member.element("AlarmName", name)
                .element("StateValue", state.value())
                .element("StateReason", state.reason())
                .element("StateUpdatedTimestamp", state.since().toString())
                .element("StateTransitionedTimestamp", state.since().toString());
    }
}
