package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.List;
import java.util.Optional;

/** Reads the update policy of plain aliases, with the deployment group it names. */
final class AliasPolicyReader {

    /** The role SAM makes; what other roles may do is not known here. */
    private static final String GENERATED_ROLE = "CodeDeployServiceRole";

    private final Template template;
    private final ShiftValues values;

    AliasPolicyReader(Template template, TemplateResolver resolver) {
        this.template = template;
        this.values = new ShiftValues(template, resolver);
    }

    /** Empty if the alias has no such policy. */
    Optional<PlannedShift> read(String id, MappingNode alias) {
        return alias.mapping("UpdatePolicy")
                .flatMap(policy -> policy.mapping("CodeDeployLambdaAliasUpdate"))
                .map(update -> shift(id, update));
    }

    private PlannedShift shift(String id, MappingNode update) {
        Optional<ResourceName> group = update.get("DeploymentGroupName").flatMap(ResourceName::of);
        Optional<MappingNode> properties = group.filter(ResourceName::logicalId)
                .flatMap(name -> template.resource(name.text()))
                .flatMap(resource -> resource.mapping("Properties"));
        ShiftValues.Config config = values.config(properties.flatMap(known -> known.get("DeploymentConfigName")));
        Optional<ResourceName> before = values.hook(update, "BeforeAllowTrafficHook");
        Optional<ResourceName> after = values.hook(update, "AfterAllowTrafficHook");
        boolean generatedRole = properties
                .flatMap(known -> known.get("ServiceRoleArn"))
                .flatMap(ResourceName::of)
                .filter(ResourceName.logical(GENERATED_ROLE)::equals)
                .isPresent();
        return new PlannedShift(
                id,
                update.get("ApplicationName").flatMap(ResourceName::of),
                group,
                config.name(),
                config.pace(),
                before,
                after,
                properties
                        .flatMap(known -> known.get("AlarmConfiguration"))
                        .map(values::chosen)
                        .flatMap(Node::asMapping)
                        .filter(alarms ->
                                alarms.text("Enabled").filter("false"::equals).isEmpty())
                        .flatMap(alarms -> alarms.sequence("Alarms"))
                        .map(SequenceNode::items)
                        .orElse(List.of())
                        .stream()
                        .flatMap(alarm -> alarm.asMapping().stream())
                        .flatMap(alarm -> alarm.get("Name").flatMap(values::label).stream())
                        .toList(),
                properties
                        .flatMap(known -> known.sequence("TriggerConfigurations"))
                        .map(SequenceNode::items)
                        .map(List::size)
                        .orElse(0),
                generatedRole ? values.uncallable(before, after) : List.of(),
                template.resourceMark(id));
    }
}
