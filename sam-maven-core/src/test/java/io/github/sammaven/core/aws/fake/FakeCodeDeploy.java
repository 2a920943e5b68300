package io.github.sammaven.core.aws.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CodeDeploy for Lambda, scripted and strict. A deployment takes its next step each time it is looked at. */
public final class FakeCodeDeploy implements FakeService {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TARGET = "CodeDeploy_20141006.";
    private static final int PER_CALL = 25;
    private static final Set<String> STATUSES =
            Set.of("Created", "Queued", "InProgress", "Baking", "Succeeded", "Failed", "Stopped", "Ready");

    private final Map<String, Map<String, Group>> applications = new LinkedHashMap<>();
    private final Map<String, ObjectNode> configs = new LinkedHashMap<>();
    private final Faults faults = new Faults();
    private final List<String> calls = new ArrayList<>();
    private int perPage = 100;

    private static final class Group {
        private final List<String> alarms;
        private final Map<String, FakeShift> shifts = new LinkedHashMap<>();

        private Group(List<String> alarms) {
            this.alarms = alarms;
        }
    }

    /** A deployment group that these alarms stop. */
    public synchronized FakeCodeDeploy group(String application, String group, String... alarms) {
        applications.computeIfAbsent(application, none -> new LinkedHashMap<>()).put(group, new Group(List.of(alarms)));
        return this;
    }

    /** A deployment of a group that is there. */
    public synchronized FakeCodeDeploy shift(String application, String group, FakeShift shift) {
        applications.get(application).get(group).shifts.put(shift.id, shift);
        return this;
    }

    /** Somebody's own configuration: {@code percent} at once, the rest after {@code minutes}. */
    public synchronized FakeCodeDeploy canary(String config, int percent, int minutes) {
        ObjectNode routing = MAPPER.createObjectNode().put("type", "TimeBasedCanary");
        routing.putObject("timeBasedCanary").put("canaryPercentage", percent).put("canaryInterval", minutes);
        configs.put(config, routing);
        return this;
    }

    public synchronized FakeCodeDeploy deploymentsPerPage(int deployments) {
        perPage = deployments;
        return this;
    }

    /** The next {@code times} calls of {@code operation} are too many. */
    public synchronized FakeCodeDeploy throttle(String operation, int times) {
        faults.plan(operation, JsonRefusal.of("ThrottlingException", "Rate exceeded"), times);
        return this;
    }

    /** Every call of {@code operation}, {@code *} for all, is refused from now on. */
    public synchronized FakeCodeDeploy refuse(String operation, int status, String type, String message) {
        faults.plan(operation, new JsonRefusal(status, type, message), Integer.MAX_VALUE);
        return this;
    }

    /** Operations that were called, oldest first, those that were refused too. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public synchronized ServiceAnswer answer(ServiceRequest request) {
        String operation = request.operation();
        calls.add(operation);
        try {
            if (!request.method().equals("POST")
                    || !request.header("X-Amz-Target").startsWith(TARGET)
                    || !request.header("Content-Type").startsWith("application/x-amz-json-1.1")) {
                throw JsonRefusal.of("UnknownOperationException", "");
            }
            faults.next(operation).ifPresent(refusal -> {
                throw refusal;
            });
            return ServiceAnswer.json(
                    200, answer(operation, MAPPER.readTree(request.body())).toString());
        } catch (JsonRefusal refusal) {
            return refusal.answer();
        } catch (JsonProcessingException broken) {
            return ServiceAnswer.refusal(400, "SerializationException", "");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonNode answer(String operation, JsonNode input) {
        return switch (operation) {
            case "ListDeployments" -> listDeployments(input);
            case "BatchGetDeployments" -> batchGetDeployments(input);
            case "ListDeploymentTargets" -> listDeploymentTargets(input);
            case "BatchGetDeploymentTargets" -> batchGetDeploymentTargets(input);
            case "GetDeploymentGroup" -> getDeploymentGroup(input);
            case "GetDeploymentConfig" -> getDeploymentConfig(input);
            case "StopDeployment" -> stopDeployment(input);
            default -> throw JsonRefusal.of("UnknownOperationException", "");
        };
    }

    private Group group(JsonNode input) {
        String application = input.path("applicationName").asText();
        String name = input.path("deploymentGroupName").asText();
        if (application.isEmpty()) {
            throw JsonRefusal.of("ApplicationNameRequiredException", "Application name is missing");
        }
        if (name.isEmpty()) {
            throw JsonRefusal.of("DeploymentGroupNameRequiredException", "Deployment Group name is missing");
        }
        Map<String, Group> groups = applications.get(application);
        if (groups == null) {
            throw JsonRefusal.of("ApplicationDoesNotExistException", "No application found for name: " + application);
        }
        Group group = groups.get(name);
        if (group == null) {
            throw JsonRefusal.of("DeploymentGroupDoesNotExistException", "No Deployment Group found for name: " + name);
        }
        return group;
    }

    private JsonNode listDeployments(JsonNode input) {
        Group group = group(input);
        JsonNode range = input.path("createTimeRange");
        double start = range.path("start").asDouble(0);
        double end = range.path("end").asDouble(Double.MAX_VALUE);
        if (start > end) {
            throw JsonRefusal.of("InvalidTimeRangeException", "The start time is after the end time");
        }
        List<String> statuses = new ArrayList<>();
        input.path("includeOnlyStatuses").forEach(status -> statuses.add(status.asText()));
        if (!STATUSES.containsAll(statuses)) {
            throw JsonRefusal.of("InvalidDeploymentStatusException", "Deployment Status is invalid: " + statuses);
        }
        List<FakeShift> all = group.shifts.values().stream()
                .filter(shift -> seconds(shift.created) >= start && seconds(shift.created) <= end)
                .filter(shift -> statuses.isEmpty() || statuses.contains(shift.status()))
                .sorted(Comparator.comparing((FakeShift shift) -> shift.created).reversed())
                .toList();
        int from = input.path("nextToken").asInt(0);
        int to = Math.min(all.size(), from + perPage);
        ObjectNode answer = MAPPER.createObjectNode();
        ArrayNode ids = answer.putArray("deployments");
        all.subList(from, to).forEach(shift -> ids.add(shift.id));
        return to < all.size() ? answer.put("nextToken", String.valueOf(to)) : answer;
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    private record Found(String application, String group, FakeShift shift) {}

    private @Nullable Found find(String id) {
        if (!id.matches("d-[A-Z0-9]{9}")) {
            throw JsonRefusal.of("InvalidDeploymentIdException", "Invalid deployment id: " + id);
        }
        for (Map.Entry<String, Map<String, Group>> application : applications.entrySet()) {
            for (Map.Entry<String, Group> group : application.getValue().entrySet()) {
                FakeShift shift = group.getValue().shifts.get(id);
                if (shift != null) {
                    return new Found(application.getKey(), group.getKey(), shift);
                }
            }
        }
        return null;
    }

    private Found required(JsonNode input) {
        String id = input.path("deploymentId").asText();
        if (id.isEmpty()) {
            throw JsonRefusal.of("DeploymentIdRequiredException", "Deployment Id is missing");
        }
        Found found = find(id);
        if (found == null) {
            throw JsonRefusal.of("DeploymentDoesNotExistException", "The deployment " + id + " could not be found");
        }
        return found;
    }

    private JsonNode batchGetDeployments(JsonNode input) {
        JsonNode ids = input.path("deploymentIds");
        if (ids.isEmpty()) {
            throw JsonRefusal.of("DeploymentIdRequiredException", "Deployment Id is missing");
        }
        if (ids.size() > PER_CALL) {
            throw JsonRefusal.of("BatchLimitExceededException", "The limit of 25 deployments is exceeded");
        }
        ObjectNode answer = MAPPER.createObjectNode();
        ArrayNode infos = answer.putArray("deploymentsInfo");
        for (JsonNode id : ids) {
            Found found = find(id.asText());
            if (found != null) {
                found.shift().look();
                infos.add(found.shift().info(found.application(), found.group()));
            }
        }
        return answer;
    }

    private JsonNode listDeploymentTargets(JsonNode input) {
        Found found = required(input);
        if (found.shift().status().equals("Created")) {
            throw JsonRefusal.of("DeploymentNotStartedException", "The deployment has not started");
        }
        ObjectNode answer = MAPPER.createObjectNode();
        answer.putArray("targetIds").add(found.shift().targetId());
        return answer;
    }

    private JsonNode batchGetDeploymentTargets(JsonNode input) {
        Found found = required(input);
        JsonNode ids = input.path("targetIds");
        if (ids.isEmpty()) {
            throw JsonRefusal.of("DeploymentTargetIdRequiredException", "Deployment target id is missing");
        }
        if (ids.size() > PER_CALL) {
            throw JsonRefusal.of("DeploymentTargetListSizeExceededException", "At most 25 targets");
        }
        for (JsonNode id : ids) {
            if (!id.asText().equals(found.shift().targetId())) {
                throw JsonRefusal.of("DeploymentTargetDoesNotExistException", "No target " + id.asText());
            }
        }
        ObjectNode answer = MAPPER.createObjectNode();
        answer.putArray("deploymentTargets").add(found.shift().target());
        return answer;
    }

    private JsonNode getDeploymentGroup(JsonNode input) {
        Group group = group(input);
        ObjectNode answer = MAPPER.createObjectNode();
        ObjectNode info = answer.putObject("deploymentGroupInfo")
                .put("applicationName", input.path("applicationName").asText())
                .put("deploymentGroupName", input.path("deploymentGroupName").asText())
                .put("computePlatform", "Lambda");
        ObjectNode alarms = info.putObject("alarmConfiguration").put("enabled", !group.alarms.isEmpty());
        ArrayNode names = alarms.putArray("alarms");
        group.alarms.forEach(name -> names.addObject().put("name", name));
        return answer;
    }

    private JsonNode getDeploymentConfig(JsonNode input) {
        String name = input.path("deploymentConfigName").asText();
        ObjectNode routing = configs.get(name);
        if (routing == null) {
            throw JsonRefusal.of(
                    "DeploymentConfigDoesNotExistException", "No Deployment Configuration found for name: " + name);
        }
        ObjectNode answer = MAPPER.createObjectNode();
        answer.putObject("deploymentConfigInfo")
                .put("deploymentConfigName", name)
                .put("computePlatform", "Lambda")
                .set("trafficRoutingConfig", routing);
        return answer;
    }

    private JsonNode stopDeployment(JsonNode input) {
        Found found = required(input);
        FakeShift shift = found.shift();
        if (shift.isOver()) {
            throw JsonRefusal.of(
                    "DeploymentAlreadyCompletedException", "The deployment " + shift.id + " is already completed");
        }
        boolean goesBack = input.path("autoRollbackEnabled").asBoolean();
        String rollbackId = goesBack ? "d-R" + shift.id.substring(3) : null;
        shift.stopNow(rollbackId);
        if (rollbackId != null) {
            String[] target = shift.targetId().split(":");
            shift(
                    found.application(),
                    found.group(),
                    new FakeShift(rollbackId, shift.created.plusSeconds(1))
                            .moves(target[0], target[1])
                            .config("CodeDeployDefault.LambdaAllAtOnce")
                            .undoing(shift.id)
                            .waits()
                            .traffic(0.9)
                            .succeeds());
        }
        return MAPPER.createObjectNode().put("status", "Pending").put("statusMessage", "Stop request received");
    }
}
