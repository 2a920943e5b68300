package io.github.sammaven.core.aws.fake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CloudFormation as far as stacks are looked at, for events that come at given times of a clock. Pages are as awkward as
 * the service may make them: they overlap, calls are refused at a given rate, and connections drop.
 */
public final class FakeEventFeed implements FakeService {

    private final InstantSource clock;
    private final Map<String, List<Arrival>> stacks = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private int eventsPerPage = 100;
    private int overlap;
    private int throttledOf;
    private int droppedOf;
    private boolean withoutDescribeEvents;
    private int calls;

    private record Arrival(Instant shows, FakeEvent event) {}

    public FakeEventFeed(InstantSource clock) {
        this.clock = clock;
    }

    /** ARN of a stack. */
    public static String arn(String name) {
        return "arn:aws:cloudformation:" + FakeAws.REGION + ":" + FakeAws.ACCOUNT + ":stack/" + name + "/0-0-0";
    }

    /**
     * An event that shows from {@code shows} on; those of one stack are added in the order in which it lists them.
     *
     * @param time what the event says about when it happened
     */
    public synchronized FakeEventFeed add(
            String stackArn,
            Instant shows,
            Instant time,
            String logicalId,
            String physicalId,
            String type,
            String status,
            String reason) {
        List<Arrival> events = stacks.computeIfAbsent(stackArn, none -> new ArrayList<>());
        String id = stackArn.substring(stackArn.indexOf('/') + 1) + "-" + events.size();
        events.add(new Arrival(shows, new FakeEvent(id, time, logicalId, physicalId, type, status, reason)));
        return this;
    }

    public synchronized FakeEventFeed eventsPerPage(int events) {
        eventsPerPage = events;
        return this;
    }

    /** Each page begins with the last {@code events} of the page before. */
    public synchronized FakeEventFeed pagesOverlapBy(int events) {
        overlap = events;
        return this;
    }

    /** Every so manieth call is one too many. */
    public synchronized FakeEventFeed throttlesEvery(int call) {
        throttledOf = call;
        return this;
    }

    /** Every so manieth call has no answer. */
    public synchronized FakeEventFeed dropsEvery(int call) {
        droppedOf = call;
        return this;
    }

    public synchronized FakeEventFeed withoutDescribeEvents() {
        withoutDescribeEvents = true;
        return this;
    }

    /** What {@code DescribeEvents} lists for the operation {@code operation-1}: a validation that failed. */
    public synchronized FakeEventFeed validationFails(String logicalId, String name, String path, String reason) {
        failures.add(new Xml()
                .element("EventId", "validation-" + failures.size())
                .element("OperationId", "operation-1")
                .element("EventType", "VALIDATION_ERROR")
                .element("LogicalResourceId", logicalId)
                .element("ValidationName", name)
                .element("ValidationFailureMode", "FAIL")
                .element("ValidationStatus", "FAILED")
                .element("ValidationStatusReason", reason)
                .element("ValidationPath", path)
                .toString());
        return this;
    }

    /** Calls until now, refused ones too. */
    public synchronized int calls() {
        return calls;
    }

    @Override
    public synchronized ServiceAnswer answer(ServiceRequest request) {
        QueryRequest query = QueryRequest.parse(new String(request.body(), StandardCharsets.UTF_8));
        calls++;
        if (droppedOf > 0 && calls % droppedOf == 0) {
            throw new DroppedConnection();
        }
        try {
            if (throttledOf > 0 && calls % throttledOf == 0) {
                throw new QueryError(400, "Throttling", "Rate exceeded");
            }
            return ServiceAnswer.xml(200, wrapped(query.action(), result(query)));
        } catch (QueryError refused) {
            return ServiceAnswer.xml(
                    refused.status(),
                    "<ErrorResponse><Error><Type>Sender</Type><Code>" + refused.code() + "</Code><Message>"
                            + Xml.escape(refused.getMessage()) + "</Message></Error></ErrorResponse>");
        }
    }

    private static String wrapped(String action, String result) {
        return "<" + action + "Response><" + action + "Result>" + result + "</" + action + "Result></" + action
                + "Response>";
    }

    private String result(QueryRequest query) {
        return switch (query.action()) {
            case "DescribeStacks" -> describe(query);
            case "DescribeStackEvents" -> events(query);
            case "DescribeEvents" -> failures(query);
            default -> throw new QueryError(400, "InvalidAction", "Could not find operation " + query.action());
        };
    }

    private List<FakeEvent> shown(QueryRequest query) {
        String id = query.required("StackName");
        if (!stacks.containsKey(id)) {
            throw QueryError.validation("Stack [" + id + "] does not exist");
        }
        Instant now = clock.instant();
        List<FakeEvent> newestFirst = new ArrayList<>();
        for (Arrival arrival : stacks.get(id)) {
            if (!arrival.shows().isAfter(now)) {
                newestFirst.add(0, arrival.event());
            }
        }
        return newestFirst;
    }

    private String describe(QueryRequest query) {
        String id = query.required("StackName");
        FakeEvent last = shown(query).stream()
                .filter(event -> event.physicalId().equals(id))
                .findFirst()
                .orElseThrow(() -> QueryError.validation("Stack with id " + id + " does not exist"));
        Xml stack = new Xml()
                .element("StackId", id)
                .element("StackName", last.logicalId())
                .element("CreationTime", last.time().toString())
                .element("StackStatus", last.status());
        return new Xml()
                .members("Stacks", List.of(stack), (members, one) -> members.append(one))
                .toString();
    }

    private String events(QueryRequest query) {
        List<FakeEvent> all = shown(query);
        int from = query.get("NextToken").map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + eventsPerPage);
        Xml xml = new Xml().members("StackEvents", all.subList(from, to), (member, event) -> member.element(
                        "StackId", query.required("StackName"))
                .element("EventId", event.id())
                .element("OperationId", "operation-1")
                .element("LogicalResourceId", event.logicalId())
                .optional("PhysicalResourceId", event.physicalId())
                .element("ResourceType", event.resourceType())
                .element("Timestamp", event.time().toString())
                .element("ResourceStatus", event.status())
                .optional("ResourceStatusReason", event.reason()));
        boolean more = to < all.size();
        return (more ? xml.element("NextToken", String.valueOf(to - overlap)) : xml).toString();
    }

    private String failures(QueryRequest query) {
        if (withoutDescribeEvents) {
            throw new QueryError(400, "InvalidAction", "Could not find operation DescribeEvents");
        }
        boolean filtered =
                query.get("Filters.FailedEvents").filter("true"::equals).isPresent();
        if (!filtered || query.get("OperationId").filter("operation-1"::equals).isEmpty()) {
            throw QueryError.validation("Only failures of operation-1 are scripted");
        }
        StringBuilder members = new StringBuilder();
        failures.forEach(one -> members.append("<member>").append(one).append("</member>"));
        return "<OperationEvents>" + members + "</OperationEvents>";
    }
}
