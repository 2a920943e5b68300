package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.List;

/** What a state machine is published as: a version, and an alias that follows it. */
final class StateMachineAlias {

    private static final String RETAIN = "Retain";

    private StateMachineAlias() {}

    static String logicalId(SamResource stateMachine, String name) {
        return stateMachine.logicalId() + "Alias" + name;
    }

    static List<CloudFormationResource> resources(SamResource stateMachine, String name) {
        CloudFormationResource version = version(stateMachine);
        return List.of(
                version,
                stateMachine.beside(
                        logicalId(stateMachine, name),
                        "AWS::StepFunctions::StateMachineAlias",
                        MappingNode.builder()
                                .put("Name", name)
                                .put("DeploymentPreference", preference(stateMachine, version.logicalId()))
                                .build()));
    }

    private static CloudFormationResource version(SamResource stateMachine) {
        CloudFormationResource version = stateMachine.beside(
                stateMachine.logicalId() + "Version",
                "AWS::StepFunctions::StateMachineVersion",
                MappingNode.builder()
                        .put("StateMachineArn", Intrinsic.ref(stateMachine.logicalId()))
                        .put(
                                "StateMachineRevisionId",
                                Intrinsic.getAtt(stateMachine.logicalId(), "StateMachineRevisionId"))
                        .build());
        return retainedByDefault(retainedByDefault(version, "DeletionPolicy"), "UpdateReplacePolicy");
    }

    private static CloudFormationResource retainedByDefault(CloudFormationResource version, String attribute) {
        return version.body().has(attribute) ? version : version.withAttribute(attribute, RETAIN);
    }

    private static MappingNode preference(SamResource stateMachine, String versionId) {
        return GivenProperty.of(stateMachine, "DeploymentPreference")
                .map(value -> value.asMapping()
                        .orElseThrow(() -> stateMachine.invalid(value, "DeploymentPreference must be a mapping", "")))
                .orElseGet(() -> MappingNode.of("Type", ScalarNode.string("ALL_AT_ONCE")))
                .with("StateMachineVersionArn", Intrinsic.ref(versionId));
    }
}
