package io.github.sammaven.core.permission;

import io.github.sammaven.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a deployment needs to be allowed.
 *
 * @param packaging what packaging calls
 * @param deployment what deploying calls
 * @param removal what deleting calls
 * @param setup what the first packaging in an account calls: it makes the bucket shared with SAM CLI
 * @param passing that the deployer may hand the role over to CloudFormation, if there is one
 * @param resources what CloudFormation calls, with the role or with the permissions of the deployer
 * @param warnings resources nothing is known about, and what is not known of the deployment
 * @param notes where a statement is wider than one could wish, and why
 */
public record PolicyPlan(
        List<Grant> packaging,
        List<Grant> deployment,
        List<Grant> removal,
        List<Grant> setup,
        Optional<Grant> passing,
        List<Grant> resources,
        List<Problem> warnings,
        List<String> notes) {

    public PolicyPlan {
        packaging = List.copyOf(packaging);
        deployment = List.copyOf(deployment);
        removal = List.copyOf(removal);
        setup = List.copyOf(setup);
        resources = List.copyOf(resources);
        warnings = warnings.stream().distinct().sorted().toList();
        notes = List.copyOf(notes);
    }

    /**
     * What several deployments of one template need together.
     *
     * @param plans at least one, all with the same role or all without
     */
    public static PolicyPlan together(List<PolicyPlan> plans) {
        return new PolicyPlan(
                together(plans, PolicyPlan::packaging),
                together(plans, PolicyPlan::deployment),
                together(plans, PolicyPlan::removal),
                together(plans, PolicyPlan::setup),
                plans.get(0).passing(),
                together(plans, PolicyPlan::resources),
                plans.stream().flatMap(plan -> plan.warnings().stream()).toList(),
                plans.stream().flatMap(plan -> plan.notes().stream()).distinct().toList());
    }

    private static List<Grant> together(List<PolicyPlan> plans, Function<PolicyPlan, List<Grant>> part) {
        Grants grants = new Grants();
        plans.stream().flatMap(plan -> part.apply(plan).stream()).forEach(grants::add);
        return grants.statements();
    }

    /** The same for somebody who never deletes. */
    public PolicyPlan withoutRemoval() {
        return new PolicyPlan(packaging, deployment, List.of(), setup, passing, resources, warnings, notes);
    }

    /** What {@code principal} needs. */
    public List<Grant> of(PolicyFor principal) {
        List<Grant> grants = new ArrayList<>();
        if (principal != PolicyFor.CLOUDFORMATION) {
            grants.addAll(packaging);
            grants.addAll(deployment);
            grants.addAll(removal);
            passing.ifPresent(grants::add);
        }
        if (principal == PolicyFor.PERSON) {
            grants.addAll(setup);
        }
        if (principal == PolicyFor.CLOUDFORMATION || principal == PolicyFor.PERSON && passing.isEmpty()) {
            grants.addAll(resources);
        }
        return StatementMerge.of(grants);
    }

    /** The notes that matter to {@code principal}, with the actions that work on everything. */
    public List<String> notesFor(PolicyFor principal) {
        List<String> all = new ArrayList<>();
        of(principal).stream()
                .filter(Grant::isOnEverything)
                .forEach(grant -> all.add("IAM knows no resources for these actions, so they are allowed on *: "
                        + grant.actions().stream().collect(Collectors.joining(", "))));
        if (principal == PolicyFor.CLOUDFORMATION || principal == PolicyFor.PERSON && passing.isEmpty()) {
            all.addAll(notes);
        }
        if (principal == PolicyFor.CI && !setup.isEmpty()) {
            all.add("The bucket shared with SAM CLI must be there: run sam:package once as a person whose policy is"
                    + " made with -Dsam.policyFor=person");
        }
        return all;
    }
}
