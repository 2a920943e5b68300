package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Properties of a function that exclude or need one another. */
final class FunctionCombinations {

    private static final Set<String> TENANT_EVENTS = Set.of("Api", "HttpApi");

    private final TransformErrors errors;

    FunctionCombinations(TransformErrors errors) {
        this.errors = errors;
    }

    /** Collects all that is wrong. */
    void check(SamResource function) {
        exclude(function, "CapacityProviderConfig", "ProvisionedConcurrencyConfig");
        if (function.given("CapacityProviderConfig").isPresent()) {
            refuse(
                    function,
                    function.get("VpcConfig"),
                    "VpcConfig cannot be used together with CapacityProviderConfig");
        }
        need(function, "FunctionScalingConfig", "CapacityProviderConfig");
        need(function, "VersionDeletionPolicy", "AutoPublishAlias");
        if (function.given("ProvisionedConcurrencyConfig").isPresent()) {
            need(function, "ProvisionedConcurrencyConfig", "AutoPublishAlias");
        }
        exclude(function, "TenancyConfig", "ProvisionedConcurrencyConfig", "FunctionUrlConfig", "SnapStart");
        if (function.given("TenancyConfig").isPresent()) {
            function.get("Events")
                    .flatMap(Node::asMapping)
                    .map(MappingNode::entries)
                    .orElse(Map.of())
                    .forEach((key, event) -> checkTenantEvent(function, key, event));
        }
    }

    private void checkTenantEvent(SamResource function, String key, Node event) {
        String type = event.asMapping().flatMap(mapping -> mapping.text("Type")).orElse("");
        refuse(
                function,
                Optional.of(event).filter(each -> !TENANT_EVENTS.contains(type)),
                "event %s of type %s cannot call a function with TenancyConfig".formatted(key, type));
    }

    private void exclude(SamResource function, String property, String... others) {
        if (function.given(property).isPresent()) {
            List.of(others)
                    .forEach(other -> refuse(
                            function,
                            function.given(other),
                            "%s cannot be used together with %s".formatted(other, property)));
        }
    }

    private void need(SamResource function, String property, String other) {
        if (function.given(other).isEmpty()) {
            refuse(function, function.get(property), "%s needs %s".formatted(property, other));
        }
    }

    private void refuse(SamResource function, Optional<Node> part, String message) {
        part.ifPresent(node -> errors.add(function.invalid(node, message, "").error()));
    }
}
