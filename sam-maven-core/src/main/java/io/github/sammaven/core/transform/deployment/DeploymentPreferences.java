package io.github.sammaven.core.transform.deployment;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.generate.IamRole;
import io.github.sammaven.core.transform.generate.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The deployment preferences of all functions of a template, and the CodeDeploy resources they share. */
public final class DeploymentPreferences {

    private static final String APPLICATION_ID = "ServerlessDeploymentApplication";
    private static final String ROLE_ID = "CodeDeployServiceRole";
    private static final String CONDITION = "ServerlessCodeDeployCondition";
    private static final Set<String> LIMITED = Set.of("aws-iso", "aws-iso-b");

    private final TransformContext context;
    private final List<DeploymentPreference> enabled = new ArrayList<>();

    public DeploymentPreferences(TransformContext context) {
        this.context = context;
    }

    /**
     * Notes the preference of {@code function}.
     *
     * @return {@code alias} as it is, or with the policy that shifts its traffic
     */
    public CloudFormationResource apply(SamResource function, CloudFormationResource alias) {
        return DeploymentPreference.of(function, context)
                .map(preference -> {
                    enabled.add(preference);
                    return alias.withAttribute(
                            "UpdatePolicy", MappingNode.of("CodeDeployLambdaAliasUpdate", update(preference)));
                })
                .orElse(alias);
    }

    /** Reports a preference that is enabled although the function has no alias. */
    public void checkWithoutAlias(SamResource function) {
        DeploymentPreference.of(function, context);
    }

    private static MappingNode update(DeploymentPreference preference) {
        MappingNode.Builder update = MappingNode.builder()
                .put("ApplicationName", Intrinsic.ref(APPLICATION_ID))
                .put("DeploymentGroupName", Intrinsic.ref(preference.groupId()));
        preference.get("Hooks").ifPresent(node -> {
            MappingNode hooks = node.asMapping().orElseThrow(() -> preference
                    .function()
                    .invalid(node, "DeploymentPreference.Hooks must be a mapping, this is " + node.kindName(), ""));
            update.put("BeforeAllowTrafficHook", hook(hooks, "PreTraffic"));
            update.put("AfterAllowTrafficHook", hook(hooks, "PostTraffic"));
        });
        return update.build();
    }

    private static Optional<Node> hook(MappingNode hooks, String name) {
        return hooks.get(name).filter(value -> Intrinsic.of(value)
                .filter(intrinsic ->
                        intrinsic.is(Intrinsic.REF) && intrinsic.argument().isNull())
                .isEmpty());
    }

    /** Application, service role and one group per function; nothing if no function asks for one. */
    public List<CloudFormationResource> resources() {
        if (enabled.isEmpty()) {
            return List.of();
        }
        Optional<String> condition = sharedCondition();
        Optional<Node> tags = tags();
        List<CloudFormationResource> resources = new ArrayList<>();
        resources.add(conditional(
                condition,
                CloudFormationResource.of(
                        APPLICATION_ID,
                        "AWS::CodeDeploy::Application",
                        MappingNode.builder()
                                .put("ComputePlatform", "Lambda")
                                .put("Tags", tags)
                                .build())));
        if (enabled.stream().anyMatch(preference -> preference.given("Role").isEmpty())) {
            resources.add(conditional(condition, serviceRole(tags)));
        }
        enabled.forEach(preference -> resources.add(conditional(preference.condition(), group(preference))));
        return resources;
    }

    private Optional<String> sharedCondition() {
        Set<String> names = new TreeSet<>();
        enabled.forEach(preference -> preference.condition().ifPresent(names::add));
        boolean all =
                enabled.stream().allMatch(preference -> preference.condition().isPresent());
        return all ? Optional.of(context.conditions().anyOf(CONDITION, List.copyOf(names))) : Optional.empty();
    }

    private static CloudFormationResource conditional(Optional<String> condition, CloudFormationResource resource) {
        return condition.map(name -> resource.withAttribute("Condition", name)).orElse(resource);
    }

    /** The tags of all functions that propagate theirs. */
    private Optional<Node> tags() {
        Map<String, Node> merged = new LinkedHashMap<>();
        enabled.forEach(
                preference -> propagated(preference.function()).ifPresent(tags -> merged.putAll(tags.entries())));
        return new Tags().addAll(Optional.of(MappingNode.of(merged))).list();
    }

    private static Optional<MappingNode> propagated(SamResource function) {
        return function.get("PropagateTags")
                        .filter(ScalarNode.bool(true)::equals)
                        .isPresent()
                ? function.get("Tags").flatMap(Node::asMapping)
                : Optional.empty();
    }

    private CloudFormationResource serviceRole(Optional<Node> tags) {
        String partition = context.partition().name();
        String name = LIMITED.contains(partition) ? "AWSCodeDeployRoleForLambdaLimited" : "AWSCodeDeployRoleForLambda";
        return CloudFormationResource.of(
                ROLE_ID,
                IamRole.TYPE,
                IamRole.assumedBy("codedeploy.amazonaws.com")
                        .managedPolicy(ScalarNode.string("arn:" + partition + ":iam::aws:policy/service-role/" + name))
                        .tags(tags)
                        .properties());
    }

    private static CloudFormationResource group(DeploymentPreference preference) {
        SamResource function = preference.function();
        Optional<Node> tags = propagated(function)
                .flatMap(own -> new Tags().addAll(Optional.of(own)).list());
        MappingNode properties = MappingNode.builder()
                .put("AlarmConfiguration", new AlarmConfiguration(function).of(preference.get("Alarms")))
                .put("ApplicationName", Intrinsic.ref(APPLICATION_ID))
                .put(
                        "AutoRollbackConfiguration",
                        MappingNode.builder()
                                .put("Enabled", ScalarNode.bool(true))
                                .put(
                                        "Events",
                                        SequenceNode.ofTexts(
                                                "DEPLOYMENT_FAILURE",
                                                "DEPLOYMENT_STOP_ON_ALARM",
                                                "DEPLOYMENT_STOP_ON_REQUEST"))
                                .build())
                .put("DeploymentConfigName", DeploymentConfigName.of(preference.type()))
                .put(
                        "DeploymentStyle",
                        MappingNode.builder()
                                .put("DeploymentType", "BLUE_GREEN")
                                .put("DeploymentOption", "WITH_TRAFFIC_CONTROL")
                                .build())
                .put("ServiceRoleArn", preference.given("Role").orElseGet(() -> Intrinsic.getAtt(ROLE_ID, "Arn")))
                .put("TriggerConfigurations", preference.given("TriggerConfigurations"))
                .put("Tags", tags)
                .build();
        return CloudFormationResource.of(preference.groupId(), "AWS::CodeDeploy::DeploymentGroup", properties);
    }
}
