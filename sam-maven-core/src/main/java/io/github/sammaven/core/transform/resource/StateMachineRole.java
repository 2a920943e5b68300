package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.generate.IamRole;
import io.github.sammaven.core.transform.generate.ManagedPolicyArns;
import io.github.sammaven.core.transform.generate.RolePolicies;
import io.github.sammaven.core.transform.generate.Tags;
import java.util.Optional;

/** The generated role of a state machine. */
final class StateMachineRole {

    private static final String MANAGED = "ManagedPolicyArns";

    private final RolePolicies policies;
    private final ManagedPolicyArns managed;

    StateMachineRole(RolePolicies policies, ManagedPolicyArns managed) {
        this.policies = policies;
        this.managed = managed;
    }

    static String logicalId(SamResource stateMachine) {
        return stateMachine.logicalId() + "Role";
    }

    /** Tags of the role and of the state machine itself. */
    static Optional<Node> tags(SamResource stateMachine) {
        return new Tags()
                .add("stateMachine:createdBy", "SAM")
                .addAll(stateMachine.get("Tags"))
                .list();
    }

    CloudFormationResource resource(SamResource stateMachine) {
        RolePolicies.Found found = policies.read(stateMachine);
        IamRole role = IamRole.assumedBy("states.amazonaws.com")
                .path(stateMachine.get("RolePath"))
                .permissionsBoundary(stateMachine.get("PermissionsBoundary"))
                .tags(tags(stateMachine));
        found.managed().forEach(role::managedPolicy);
        if (isTraced(stateMachine)) {
            role.managedPolicy(managed.xrayWriteAccess());
        }
        found.inline().forEach(role::policy);
        MappingNode properties = role.properties();
        return stateMachine.beside(
                logicalId(stateMachine),
                IamRole.TYPE,
                properties.has(MANAGED) ? properties : properties.with(MANAGED, SequenceNode.of()));
    }

    private static boolean isTraced(SamResource stateMachine) {
        return stateMachine
                .get("Tracing")
                .flatMap(Node::asMapping)
                .flatMap(tracing -> tracing.get("Enabled"))
                .filter(ScalarNode.bool(true)::equals)
                .isPresent();
    }
}
