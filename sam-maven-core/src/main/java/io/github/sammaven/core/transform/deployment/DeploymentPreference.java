package io.github.sammaven.core.transform.deployment;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.FeatureToggle;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import java.util.Locale;
import java.util.Optional;

/**
 * How traffic moves to a new version of one function.
 *
 * @param function the function
 * @param settings {@code DeploymentPreference} as written
 * @param type {@code Type} with parameters put in
 * @param condition condition of the deployment group, if it takes that of the function
 */
record DeploymentPreference(SamResource function, MappingNode settings, Node type, Optional<String> condition) {

    /** The preference of the function, if it has one that is enabled. */
    static Optional<DeploymentPreference> of(SamResource function, TransformContext context) {
        Optional<MappingNode> settings = function.given("DeploymentPreference").flatMap(Node::asMapping);
        if (settings.isEmpty() || !isEnabled(settings.get(), context)) {
            return Optional.empty();
        }
        boolean hasAlias = function.get("AutoPublishAlias")
                .filter(alias -> !alias.equals(ScalarNode.string("")))
                .isPresent();
        if (!hasAlias) {
            throw function.invalid(
                    settings.get(),
                    "DeploymentPreference needs AutoPublishAlias",
                    "AutoPublishAlias: live makes the alias whose traffic is shifted");
        }
        Node type = settings.get()
                .get("Type")
                .filter(value -> !value.isNull())
                .orElseThrow(() -> function.invalid(
                        settings.get(),
                        "DeploymentPreference needs a Type",
                        "such as Canary10Percent5Minutes, Linear10PercentEvery1Minute or AllAtOnce"));
        boolean passes = passesCondition(function, settings.get(), context);
        return Optional.of(new DeploymentPreference(
                function,
                settings.get(),
                context.parameters().resolveWithMappings(type),
                passes ? function.condition() : Optional.empty()));
    }

    /** Anything that is not blank enables it, except for the texts that mean false. */
    private static boolean isEnabled(MappingNode settings, TransformContext context) {
        return settings.get("Enabled")
                .map(context.parameters()::resolveWithMappings)
                .map(enabled -> !BlankValue.is(enabled)
                        && enabled.asText()
                                .filter(text -> text.equals("false") || text.equals("False"))
                                .isEmpty())
                .orElse(true);
    }

    private static boolean passesCondition(SamResource function, MappingNode settings, TransformContext context) {
        Optional<Node> given = settings.get("PassthroughCondition");
        if (given.isEmpty()) {
            return context.options().features().contains(FeatureToggle.DEPLOYMENT_PREFERENCE_CONDITION);
        }
        String value = context.parameters()
                .resolveWithMappings(given.get())
                .asText()
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            throw function.invalid(
                    given.get(),
                    "DeploymentPreference.PassthroughCondition must be true or false",
                    "Ref to a parameter with a value and Fn::FindInMap are known before deployment, others are not");
        }
        return value.equals("true");
    }

    String groupId() {
        return function.logicalId() + "DeploymentGroup";
    }

    /** The value of a setting, unless it is blank. */
    Optional<Node> given(String name) {
        return settings.get(name).filter(value -> !BlankValue.is(value));
    }

    Optional<Node> get(String name) {
        return settings.get(name).filter(value -> !value.isNull());
    }
}
