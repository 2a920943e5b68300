package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code DeploymentPreference} of SAM functions. */
final class DeploymentPreferenceReader {

    private static final String APPLICATION = "ServerlessDeploymentApplication";

    private final TemplateResolver resolver;
    private final Globals globals;
    private final ShiftValues values;

    DeploymentPreferenceReader(Template template, TemplateResolver resolver) {
        this.resolver = resolver;
        this.globals = new Globals(template);
        this.values = new ShiftValues(template, resolver);
    }

    /** Nothing without an alias: there is no traffic to move then. */
    void read(String id, MappingNode function, List<PlannedShift> shifts, List<ShiftPlan.AtOnce> atOnce) {
        MappingNode properties = globals.properties(function, Set.of());
        Optional<MappingNode> preference = properties.mapping("DeploymentPreference");
        Optional<String> alias =
                properties.get("AutoPublishAlias").flatMap(values::text).filter(name -> !name.isEmpty());
        if (preference.isEmpty() || alias.isEmpty()) {
            return;
        }
        String aliasId = id + "Alias" + alias.get();
        if (isEnabled(preference.get())) {
            shifts.add(shift(id, aliasId, preference.get()));
        } else {
            atOnce.add(new ShiftPlan.AtOnce(aliasId));
        }
    }

    private boolean isEnabled(MappingNode preference) {
        return preference
                .get("Enabled")
                .map(enabled -> resolver.resolve(enabled).value())
                .map(enabled -> !enabled.isNull()
                        && enabled.asText()
                                .filter(text -> text.equalsIgnoreCase("false") || text.isEmpty())
                                .isEmpty())
                .orElse(true);
    }

    private PlannedShift shift(String id, String aliasId, MappingNode preference) {
        Optional<MappingNode> hooks = preference.mapping("Hooks");
        ShiftValues.Config config = values.config(preference.get("Type"));
        Optional<ResourceName> before = hooks.flatMap(all -> values.hook(all, "PreTraffic"));
        Optional<ResourceName> after = hooks.flatMap(all -> values.hook(all, "PostTraffic"));
        boolean ownRole = preference.get("Role").filter(role -> !role.isNull()).isPresent();
        return new PlannedShift(
                aliasId,
                Optional.of(ResourceName.logical(APPLICATION)),
                Optional.of(ResourceName.logical(id + "DeploymentGroup")),
                config.name(),
                config.pace(),
                before,
                after,
                preference
                        .get("Alarms")
                        .map(values::chosen)
                        .flatMap(Node::asSequence)
                        .map(SequenceNode::items)
                        .orElse(List.of())
                        .stream()
                        .flatMap(alarm -> values.label(alarm).stream())
                        .toList(),
                preference
                        .sequence("TriggerConfigurations")
                        .map(SequenceNode::items)
                        .map(List::size)
                        .orElse(0),
                ownRole ? List.of() : values.uncallable(before, after),
                preference.mark());
    }
}
