package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Properties of a function that exclude or need one another. */
final class FunctionCombinations {

    private static final Set<String> TENANT_EVENTS = Set.of("Api", "HttpApi");

    /** @throws io.github.sammaven.core.transform.context.InvalidResourceException for the first that is wrong */
    void check(SamResource function) {
        exclude(function, "CapacityProviderConfig", "ProvisionedConcurrencyConfig");
        if (function.given("CapacityProviderConfig").isPresent()) {
            function.get("VpcConfig").ifPresent(value -> {
                throw function.invalid(value, "VpcConfig cannot be used together with CapacityProviderConfig", "");
            });
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

    private static void checkTenantEvent(SamResource function, String key, Node event) {
        String type = event.asMapping().flatMap(mapping -> mapping.text("Type")).orElse("");
        if (!TENANT_EVENTS.contains(type)) {
            throw function.invalid(
                    event,
                    "event %s of type %s cannot call a function with TenancyConfig".formatted(key, type),
                    "such a function takes Api and HttpApi events only");
        }
    }

    private static void exclude(SamResource function, String property, String... others) {
        if (function.given(property).isPresent()) {
            List.of(others).forEach(other -> function.given(other).ifPresent(value -> {
                throw function.invalid(value, "%s cannot be used together with %s".formatted(other, property), "");
            }));
        }
    }

    private static void need(SamResource function, String property, String other) {
        if (function.given(other).isEmpty()) {
            function.get(property).ifPresent(value -> {
                throw function.invalid(value, "%s needs %s".formatted(property, other), "");
            });
        }
    }
}
