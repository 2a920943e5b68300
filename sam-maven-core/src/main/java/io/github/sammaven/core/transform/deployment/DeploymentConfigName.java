package io.github.sammaven.core.transform.deployment;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.Set;

/** Names of the deployment configurations that CodeDeploy brings for Lambda, as SAM abbreviates them. */
final class DeploymentConfigName {

    private static final Set<String> PREDEFINED = Set.of(
            "Canary10Percent5Minutes",
            "Canary10Percent10Minutes",
            "Canary10Percent15Minutes",
            "Canary10Percent30Minutes",
            "Linear10PercentEvery1Minute",
            "Linear10PercentEvery2Minutes",
            "Linear10PercentEvery3Minutes",
            "Linear10PercentEvery10Minutes",
            "AllAtOnce");

    private DeploymentConfigName() {}

    /** The full name of {@code type}; abbreviations are looked for within functions too. */
    static Node of(Node type) {
        if (isPredefined(type)) {
            return MappingNode.of(Intrinsic.SUB, operands(type));
        }
        if (type instanceof SequenceNode list) {
            return SequenceNode.of(
                    list.items().stream().map(DeploymentConfigName::of).toList());
        }
        return Intrinsic.of(type)
                .<Node>map(function -> MappingNode.of(function.name(), argument(function)))
                .orElse(type);
    }

    private static Node argument(Intrinsic function) {
        return function.is(Intrinsic.SUB) && isPredefined(function.argument())
                ? operands(function.argument())
                : of(function.argument());
    }

    private static boolean isPredefined(Node type) {
        return type instanceof ScalarNode name && name.isString() && PREDEFINED.contains(name.text());
    }

    private static SequenceNode operands(Node name) {
        return SequenceNode.of(
                ScalarNode.string("CodeDeployDefault.Lambda${ConfigName}"), MappingNode.of("ConfigName", name));
    }
}
