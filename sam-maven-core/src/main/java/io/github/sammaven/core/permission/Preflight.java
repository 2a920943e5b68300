package io.github.sammaven.core.permission;

import io.github.sammaven.core.aws.Caller;
import io.github.sammaven.core.aws.CallerIdentity;
import io.github.sammaven.core.aws.PolicySimulation;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks IAM before a deployment whether all of it is allowed, so that nothing stops half-way. Who may not ask gets a warning
 * and goes on.
 */
public final class Preflight {

    private final Caller caller;
    private final PolicySimulation simulation;
    private final EventSink events;

    public Preflight(Caller caller, PolicySimulation simulation, EventSink events) {
        this.caller = caller;
        this.simulation = simulation;
        this.events = events;
    }

    /** @throws SamException with all that packaging would be refused */
    public void checkPackage(PolicyPlan plan) {
        report(new Round(caller.identity()), checked -> checked.caller(plan.packaging()));
    }

    /**
     * With a role the resources are its affair, and handing it over that of the caller, who uploads the template too.
     *
     * @throws SamException with all that deploying would be refused
     */
    public void checkDeploy(PolicyPlan plan) {
        report(new Round(caller.identity()), checked -> {
            List<Grant> own = new ArrayList<>(plan.packaging());
            own.addAll(plan.deployment());
            plan.passing().ifPresent(own::add);
            if (plan.passing().isEmpty()) {
                own.addAll(plan.resources());
                checked.caller(StatementMerge.of(own));
            } else {
                checked.caller(StatementMerge.of(own));
                checked.of(plan.passing().get().resources().get(0), StatementMerge.of(plan.resources()));
            }
        });
    }

    private void report(Round round, Consumer<Round> checks) {
        checks.accept(round);
        if (!round.missing.isEmpty()) {
            throw new SamException(round.missing, null);
        }
        if (round.asked > 0) {
            events.accept(new Note("Pre-flight: IAM allows all " + round.asked + " actions"
                    + (round.unknown == 0 ? "" : " but " + round.unknown + ", of which it cannot tell")));
        }
    }

    /** One check, with all it finds. */
    private final class Round {

        private final CallerIdentity identity;
        private final List<Problem> missing = new ArrayList<>();
        private int asked;
        private int unknown;
        private boolean refused;

        private Round(CallerIdentity identity) {
            this.identity = identity;
        }

        private void caller(List<Grant> grants) {
            guarded(() -> {
                Optional<String> principal = simulation.principal(identity.arn());
                if (principal.isPresent()) {
                    simulate(principal.get(), grants);
                } else {
                    warn("IAM cannot simulate what " + identity.arn() + " may do, so it was not checked");
                }
            });
        }

        private void of(String principal, List<Grant> grants) {
            guarded(() -> simulate(principal, grants));
        }

        private void simulate(String principal, List<Grant> grants) {
            SimulatedGrants found = new SimulatedGrants(simulation, identity);
            for (Grant grant : grants) {
                found.add(principal, grant);
            }
            missing.addAll(found.problems());
            asked += found.asked();
            unknown += found.unknown();
        }

        /** Who may not ask about one principal is not told so of the next. */
        private void guarded(Runnable check) {
            if (refused) {
                return;
            }
            try {
                check.run();
            } catch (SamException failure) {
                if (failure.getCause() instanceof InterruptedException) {
                    throw failure;
                }
                refused = true;
                warn("permissions were not checked: "
                        + failure.problems().get(0).message());
            }
        }

        private void warn(String message) {
            events.accept(new Warning(Problem.warning(
                    SourceMark.NONE,
                    message,
                    "allow iam:SimulatePrincipalPolicy and iam:GetRole, or leave sam.preflight out")));
        }
    }
}
