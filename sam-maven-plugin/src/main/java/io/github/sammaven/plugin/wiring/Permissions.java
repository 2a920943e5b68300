package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.aws.Caller;
import io.github.sammaven.core.aws.sdk.IamPolicySimulation;
import io.github.sammaven.core.aws.sdk.StsCaller;
import io.github.sammaven.core.permission.DeploymentPolicy;
import io.github.sammaven.core.permission.DeploymentScope;
import io.github.sammaven.core.permission.PolicyPlan;
import io.github.sammaven.core.permission.Preflight;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.stack.StackTree;

/** What asks AWS who the caller is, and what it may do. */
public final class Permissions {

    private final Services services;

    public Permissions(Services services) {
        this.services = services;
    }

    public Caller caller() {
        return new StsCaller(services.clients());
    }

    /** @throws SamException with all that packaging would be refused */
    public void checkPackage(StackTree stacks, DeploymentScope scope) {
        preflight().checkPackage(plan(stacks, scope));
    }

    /** @throws SamException with all that deploying would be refused */
    public void checkDeploy(StackTree stacks, DeploymentScope scope) {
        PolicyPlan plan = plan(stacks, scope);
        plan.warnings().stream().filter(warning -> warning.mark().isKnown()).forEach(warning -> services.events()
                .accept(new Warning(warning)));
        preflight().checkDeploy(plan);
    }

    private static PolicyPlan plan(StackTree stacks, DeploymentScope scope) {
        return new DeploymentPolicy().plan(stacks, scope);
    }

    private Preflight preflight() {
        return new Preflight(caller(), new IamPolicySimulation(services.clients()), services.events());
    }
}
