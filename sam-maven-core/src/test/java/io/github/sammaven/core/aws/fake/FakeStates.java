package io.github.sammaven.core.aws.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Step Functions with executions that run for a number of looks and end as they are told. */
public final class FakeStates implements FakeService {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, ObjectNode> ends = new HashMap<>();
    private final Map<String, Integer> looks = new HashMap<>();
    private final Map<String, String> machineOf = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Set<String> express = new HashSet<>();
    private String failedIn = "";
    private boolean unreadable;

    public synchronized FakeStates succeeds(String machine, String output) {
        ends.put(machine, MAPPER.createObjectNode().put("status", "SUCCEEDED").put("output", output));
        return this;
    }

    public synchronized FakeStates fails(String machine, String state, String error, String cause) {
        failedIn = state;
        ends.put(
                machine,
                MAPPER.createObjectNode()
                        .put("status", "FAILED")
                        .put("error", error)
                        .put("cause", cause));
        return this;
    }

    /** Executions of a machine are express ones. */
    public synchronized FakeStates express(String machine) {
        express.add(machine);
        return this;
    }

    /** Machines may be run, but not looked at. */
    public synchronized FakeStates unreadable() {
        unreadable = true;
        return this;
    }

    /** Names of the operations so far. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public synchronized ServiceAnswer answer(ServiceRequest request) {
        calls.add(request.operation());
        try {
            JsonNode body = MAPPER.readTree(request.text());
            return switch (request.operation()) {
                case "DescribeStateMachine" ->
                    machine(body.path("stateMachineArn").asText());
                case "StartSyncExecution" -> startSync(body);
                case "StartExecution" -> start(body);
                case "DescribeExecution" -> describe(body.path("executionArn").asText());
                case "GetExecutionHistory" -> history();
                default -> ServiceAnswer.refusal(400, "UnknownOperationException", "");
            };
        } catch (JsonProcessingException broken) {
            return ServiceAnswer.refusal(400, "SerializationException", "");
        }
    }

    private ServiceAnswer machine(String arn) {
        if (unreadable) {
            return ServiceAnswer.refusal(
                    400, "AccessDeniedException", "not authorized to perform: states:DescribeStateMachine");
        }
        if (!ends.containsKey(arn)) {
            return ServiceAnswer.refusal(
                    400, "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
        }
        return json(MAPPER.createObjectNode()
                .put("stateMachineArn", arn)
                .put("name", "flow")
                .put("definition", "{}")
                .put("roleArn", "arn:aws:iam::123456789012:role/flow")
                .put("type", express.contains(arn) ? "EXPRESS" : "STANDARD")
                .put("creationDate", 1_767_225_600));
    }

    private ServiceAnswer startSync(JsonNode body) {
        String machine = body.path("stateMachineArn").asText();
        if (!express.contains(machine)) {
            return ServiceAnswer.refusal(
                    400,
                    "StateMachineTypeNotSupported",
                    "This operation is not supported by this type of state machine");
        }
        ObjectNode answer = MAPPER.createObjectNode()
                .put(
                        "executionArn",
                        machine.replace(":stateMachine:", ":express:") + ":"
                                + body.path("name").asText())
                .put("startDate", 1_767_225_600)
                .put("stopDate", 1_767_225_601);
        return json(answer.setAll(ends.get(machine)));
    }

    private ServiceAnswer start(JsonNode body) {
        String machine = body.path("stateMachineArn").asText();
        String name = body.path("name").asText();
        if (!ends.containsKey(machine)) {
            return ServiceAnswer.refusal(
                    400, "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + machine + "'");
        }
        if (!name.matches("[A-Za-z0-9_-]{1,80}")) {
            return ServiceAnswer.refusal(400, "InvalidName", "Invalid Name: '" + name + "'");
        }
        String arn = machine.replace(":stateMachine:", ":execution:") + ":" + name;
        machineOf.put(arn, machine);
        return json(MAPPER.createObjectNode().put("executionArn", arn).put("startDate", 1_767_225_600));
    }

    private ServiceAnswer describe(String arn) {
        if (!machineOf.containsKey(arn)) {
            return ServiceAnswer.refusal(400, "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
        }
        ObjectNode answer = MAPPER.createObjectNode()
                .put("executionArn", arn)
                .put("stateMachineArn", machineOf.get(arn))
                .put("startDate", 1_767_225_600);
        boolean runs = looks.merge(arn, 1, Integer::sum) < 3;
        return json(runs ? answer.put("status", "RUNNING") : answer.setAll(ends.get(machineOf.get(arn))));
    }

    /** Newest first: the execution failed because a task failed that a state had scheduled. */
    private ServiceAnswer history() {
        ObjectNode answer = MAPPER.createObjectNode();
        ArrayNode events = answer.putArray("events");
        event(events, 4, 3, "ExecutionFailed");
        event(events, 3, 2, "TaskFailed");
        event(events, 2, 1, "TaskStateEntered")
                .putObject("stateEnteredEventDetails")
                .put("name", failedIn);
        event(events, 1, 0, "ExecutionStarted");
        return json(answer);
    }

    private static ObjectNode event(ArrayNode events, int id, int previous, String type) {
        return events.addObject()
                .put("id", id)
                .put("previousEventId", previous)
                .put("timestamp", 1_767_225_600)
                .put("type", type);
    }

    private static ServiceAnswer json(ObjectNode node) {
        return ServiceAnswer.json(200, node.toString());
    }
}
