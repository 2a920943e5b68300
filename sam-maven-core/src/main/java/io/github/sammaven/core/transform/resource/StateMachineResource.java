package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.event.StateMachineEventSources;
import io.github.sammaven.core.transform.generate.ManagedPolicyArns;
import io.github.sammaven.core.transform.generate.RolePolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code AWS::Serverless::StateMachine}: a state machine with its role, its alias, and what starts it. */
public final class StateMachineResource implements ResourceTranslator {

    private final TransformContext context;
    private final StateMachineRole role;
    private final StateMachineEvents events;

    public StateMachineResource(
            TransformContext context,
            RolePolicies policies,
            ManagedPolicyArns managed,
            StateMachineEventSources eventSources) {
        this.context = context;
        this.role = new StateMachineRole(policies, managed);
        this.events = new StateMachineEvents(context, eventSources);
    }

    @Override
    public List<CloudFormationResource> translate(SamResource stateMachine) {
        MappingNode.Builder properties = MappingNode.builder()
                .put("StateMachineName", stateMachine.get("Name"))
                .put("StateMachineType", stateMachine.get("Type"))
                .put("LoggingConfiguration", stateMachine.get("Logging"))
                .put("TracingConfiguration", stateMachine.get("Tracing"))
                .put("Tags", StateMachineRole.tags(stateMachine));
        StateMachineDefinition.put(context, stateMachine, properties);
        List<CloudFormationResource> resources = new ArrayList<>();
        properties.put("RoleArn", roleArn(stateMachine, resources));
        resources.add(
                0, stateMachine.main(stateMachine.logicalId(), "AWS::StepFunctions::StateMachine", properties.build()));
        Optional<String> alias = alias(stateMachine);
        alias.ifPresent(name -> resources.addAll(StateMachineAlias.resources(stateMachine, name)));
        resources.addAll(events.translate(stateMachine, target(stateMachine, alias)));
        return resources;
    }

    private Node roleArn(SamResource stateMachine, List<CloudFormationResource> resources) {
        Optional<Node> given = GivenProperty.of(stateMachine, "Role");
        if (given.isPresent()) {
            GivenProperty.of(stateMachine, "Policies").ifPresent(policies -> {
                throw stateMachine.invalid(policies, "Role and Policies are both set", "set one of the two");
            });
            return given.get();
        }
        resources.add(role.resource(stateMachine));
        return Intrinsic.getAtt(StateMachineRole.logicalId(stateMachine), "Arn");
    }

    private static Optional<String> alias(SamResource stateMachine) {
        Optional<Node> name = GivenProperty.of(stateMachine, "AutoPublishAlias");
        if (name.isEmpty()) {
            needAlias(stateMachine, "DeploymentPreference", GivenProperty.of(stateMachine, "DeploymentPreference"));
            needAlias(stateMachine, "UseAliasAsEventTarget", aliasIsTarget(stateMachine));
            return Optional.empty();
        }
        return Optional.of(name.get()
                .asText()
                .filter(text -> text.chars().allMatch(StateMachineResource::isLetterOrDigit))
                .orElseThrow(() -> stateMachine.invalid(
                        name.get(),
                        "AutoPublishAlias must be a string, this is "
                                + name.get().kindName(),
                        "")));
    }

    private static boolean isLetterOrDigit(int character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }

    private static void needAlias(SamResource stateMachine, String property, Optional<Node> value) {
        value.ifPresent(given -> {
            throw stateMachine.invalid(given, property + " needs AutoPublishAlias", "");
        });
    }

    private static Optional<Node> aliasIsTarget(SamResource stateMachine) {
        return stateMachine.get("UseAliasAsEventTarget").filter(ScalarNode.bool(true)::equals);
    }

    private static Node target(SamResource stateMachine, Optional<String> alias) {
        return Intrinsic.ref(alias.filter(name -> aliasIsTarget(stateMachine).isPresent())
                .map(name -> StateMachineAlias.logicalId(stateMachine, name))
                .orElse(stateMachine.logicalId()));
    }
}
