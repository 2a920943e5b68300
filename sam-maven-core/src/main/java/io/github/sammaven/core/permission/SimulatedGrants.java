package io.github.sammaven.core.permission;

import io.github.sammaven.core.aws.CallerIdentity;
import io.github.sammaven.core.aws.PolicySimulation;
import io.github.sammaven.core.aws.SimulatedAction;
import io.github.sammaven.core.aws.SimulatedAction.Decision;
import io.github.sammaven.core.aws.SimulationRequest;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.TemplateWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Statements as IAM judges them, and what is missing as problems with the statement to add. */
final class SimulatedGrants {

    /** Stands for what only AWS knows: ids, and the random part of names. */
    private static final String SAMPLE = "preflight0000";

    private final PolicySimulation simulation;
    private final ArnValues values;
    private final List<Problem> problems = new ArrayList<>();
    private int asked;
    private int unknown;

    SimulatedGrants(PolicySimulation simulation, CallerIdentity identity) {
        this.simulation = simulation;
        this.values = new ArnValues(Optional.of(identity.region()), Optional.of(identity.account()));
    }

    void add(String principal, Grant grant) {
        Map<Decision, List<SimulatedAction>> refused = new EnumMap<>(Decision.class);
        for (SimulatedAction answer : simulation.simulate(principal, request(grant))) {
            asked++;
            if (answer.decision() == Decision.UNKNOWN) {
                unknown++;
            } else if (answer.decision() != Decision.ALLOWED) {
                refused.computeIfAbsent(answer.decision(), none -> new ArrayList<>())
                        .add(answer);
            }
        }
        refused.forEach((decision, answers) -> problems.add(problem(principal, grant, decision, answers)));
    }

    private SimulationRequest request(Grant grant) {
        List<String> resources = grant.isOnEverything()
                ? List.of("*")
                : grant.resources().stream().map(this::sample).toList();
        Map<String, List<String>> context = grant.condition()
                .map(condition -> Map.of(
                        condition.key(),
                        condition.values().stream().map(this::sample).toList()))
                .orElse(Map.of());
        return new SimulationRequest(grant.actions(), resources, context);
    }

    private String sample(String pattern) {
        return values.fill(pattern).replace("*", SAMPLE);
    }

    private Problem problem(String principal, Grant grant, Decision decision, List<SimulatedAction> answers) {
        TreeSet<String> actions =
                answers.stream().map(SimulatedAction::action).collect(Collectors.toCollection(TreeSet::new));
        List<String> resources = grant.resources().stream()
                .filter(arn -> answers.stream()
                        .anyMatch(answer -> answer.resource().equals(grant.isOnEverything() ? "*" : sample(arn))))
                .toList();
        Grant needed = grant.with(grant.sid(), List.copyOf(actions), resources);
        SourceMark mark = grant.needs().stream()
                .map(Need::mark)
                .filter(SourceMark::isKnown)
                .findFirst()
                .orElse(SourceMark.NONE);
        return Problem.error(
                mark,
                who(grant) + ": " + principal + " may not " + String.join(", ", actions) + " on "
                        + resources.stream().map(values::fill).collect(Collectors.joining(", "))
                        + reason(decision),
                wayOut(decision, needed));
    }

    private static String who(Grant grant) {
        return grant.needs().stream().map(Need::name).distinct().collect(Collectors.joining(", "));
    }

    private static String reason(Decision decision) {
        return switch (decision) {
            case DENIED -> "; a policy denies it expressly";
            case OUTSIDE_BOUNDARY -> "; its permissions boundary does not allow it";
            case DENIED_BY_ORGANIZATION -> "; a policy of the organization does not allow it";
            case NOT_ALLOWED, ALLOWED, UNKNOWN -> "";
        };
    }

    private String wayOut(Decision decision, Grant needed) {
        return switch (decision) {
            case DENIED -> "take it out of the Deny statement";
            case OUTSIDE_BOUNDARY -> "allow it in the boundary too: " + statement(needed);
            case DENIED_BY_ORGANIZATION -> "ask whoever runs the organization to allow it";
            case NOT_ALLOWED, ALLOWED, UNKNOWN -> "add to its policy: " + statement(needed);
        };
    }

    private String statement(Grant grant) {
        String json =
                new TemplateWriter().json(PolicyDocument.statement(grant, arn -> ScalarNode.string(values.fill(arn))));
        return json.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    List<Problem> problems() {
        return problems;
    }

    int asked() {
        return asked;
    }

    int unknown() {
        return unknown;
    }
}
