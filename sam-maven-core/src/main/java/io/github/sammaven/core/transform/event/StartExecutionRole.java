package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.generate.IamRole;
import io.github.sammaven.core.transform.generate.PolicyDocument;
import java.util.List;

/** The role by which a service starts the state machine of an event. */
final class StartExecutionRole {

    static final String ACTION = "states:StartExecution";

    private StartExecutionRole() {}

    static MappingNode arn(StateMachineEvent event) {
        return Intrinsic.getAtt(event.logicalId() + "Role", "Arn");
    }

    /** @param principal the service, {@code events.amazonaws.com} */
    static CloudFormationResource of(StateMachineEvent event, String principal) {
        return event.resource(
                "Role",
                IamRole.TYPE,
                IamRole.assumedBy(principal)
                        .policy(PolicyDocument.named(
                                event.logicalId() + "RoleStartExecutionPolicy",
                                PolicyDocument.withoutVersion(List.of(PolicyDocument.allow(ACTION, event.target())))))
                        .permissionsBoundary(event.stateMachine().get("PermissionsBoundary"))
                        .properties());
    }
}
