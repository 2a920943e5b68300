package io.github.sammaven.core.aws.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** CloudFormation's drift detection: a comparison is ready when it was looked at twice. */
final class FakeDrift {

    private static final int LOOKS = 2;

    private final Function<String, Optional<FakeStack>> stacks;
    private final Map<String, Integer> looks = new HashMap<>();
    private final Map<String, String> failures = new HashMap<>();
    private final Map<String, List<Drifted>> drifts = new LinkedHashMap<>();

    /** A resource with one property that is different; a deleted one has no property. */
    private record Drifted(String logicalId, String type, String path, String expected, String actual) {}

    FakeDrift(Function<String, Optional<FakeStack>> stacks) {
        this.stacks = stacks;
    }

    void changed(String stackName, String logicalId, String type, String path, String expected, String actual) {
        drifts.computeIfAbsent(stackName, none -> new ArrayList<>())
                .add(new Drifted(logicalId, type, path, expected, actual));
    }

    void failing(String stackName, String reason) {
        failures.put(stackName, reason);
    }

    String answer(QueryRequest request) {
        return switch (request.action()) {
            case "DetectStackDrift" -> detect(request);
            case "DescribeStackDriftDetectionStatus" -> status(request);
            default -> drifts(request);
        };
    }

    private FakeStack stack(QueryRequest request) {
        String name = request.required("StackName");
        return stacks.apply(name).orElseThrow(() -> QueryError.validation("Stack [" + name + "] does not exist"));
    }

    private String detect(QueryRequest request) {
        FakeStack stack = stack(request);
        if (stack.status.endsWith("_IN_PROGRESS")) {
            throw QueryError.validation(
                    "Drift detection cannot be performed on stack [" + stack.name + "] while it is in " + stack.status);
        }
        String id = "drift-of-" + stack.name;
        looks.put(id, 0);
        return new Xml().element("StackDriftDetectionId", id).toString();
    }

    private String status(QueryRequest request) {
        String id = request.required("StackDriftDetectionId");
        if (!looks.containsKey(id)) {
            throw QueryError.validation("DriftDetectionId [" + id + "] does not exist");
        }
        int looked = looks.merge(id, 1, Integer::sum);
        String name = id.substring("drift-of-".length());
        String end = failures.containsKey(name) ? "DETECTION_FAILED" : "DETECTION_COMPLETE";
        return new Xml()
                .element("StackId", "arn:aws:cloudformation:eu-central-1:123456789012:stack/" + name + "/1")
                .element("StackDriftDetectionId", id)
                .element("DetectionStatus", looked < LOOKS ? "DETECTION_IN_PROGRESS" : end)
                .optional("DetectionStatusReason", looked < LOOKS ? "" : failures.getOrDefault(name, ""))
                .element("Timestamp", "2026-01-01T00:00:00Z")
                .toString();
    }

    /** One resource on each page. */
    private String drifts(QueryRequest request) {
        FakeStack stack = stack(request);
        List<Drifted> all = drifts.getOrDefault(stack.name, List.of());
        int from = request.get("NextToken").map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + 1);
        Xml xml = new Xml().members("StackResourceDrifts", all.subList(from, to), (member, drift) -> {
            member.element("StackId", stack.id)
                    .element("LogicalResourceId", drift.logicalId())
                    .element("PhysicalResourceId", stack.name + "-" + drift.logicalId())
                    .element("ResourceType", drift.type())
                    .element("StackResourceDriftStatus", drift.path().isEmpty() ? "DELETED" : "MODIFIED")
                    .element("Timestamp", "2026-01-01T00:00:00Z");
            if (!drift.path().isEmpty()) {
                member.members(
                        "PropertyDifferences", List.of(drift), (one, same) -> one.element("PropertyPath", same.path())
                                .element("ExpectedValue", same.expected())
                                .element("ActualValue", same.actual())
                                .element("DifferenceType", "NOT_EQUAL"));
            }
        });
        return (to < all.size() ? xml.element("NextToken", String.valueOf(to)) : xml).toString();
    }
}
