package io.github.sammaven.core.transform;

import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.deployment.DeploymentPreferences;
import io.github.sammaven.core.transform.event.FunctionEventSources;
import io.github.sammaven.core.transform.generate.ManagedPolicyArns;
import io.github.sammaven.core.transform.generate.RolePolicies;
import io.github.sammaven.core.transform.policy.ManagedPolicies;
import io.github.sammaven.core.transform.policy.PolicyTemplates;
import io.github.sammaven.core.transform.resource.ApplicationResource;
import io.github.sammaven.core.transform.resource.CapacityProviderResource;
import io.github.sammaven.core.transform.resource.FunctionResource;
import io.github.sammaven.core.transform.resource.GraphQlApiResource;
import io.github.sammaven.core.transform.resource.LayerVersionResource;
import io.github.sammaven.core.transform.resource.SimpleTableResource;
import io.github.sammaven.core.transform.resource.WebSocketApiResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The translator of each SAM type, for one run. */
final class ResourceTranslators {

    private final Map<String, ResourceTranslator> byType = new HashMap<>();

    ResourceTranslators(TransformContext context, DeploymentPreferences deployments) {
        ManagedPolicyArns managed = new ManagedPolicyArns(ManagedPolicies.load(), context);
        RolePolicies policies = new RolePolicies(PolicyTemplates.load(), managed);
        put(
                "Function",
                new FunctionResource(context, policies, managed, new FunctionEventSources(context), deployments));
        put("Application", new ApplicationResource(context));
        put("CapacityProvider", new CapacityProviderResource(managed));
        put("LayerVersion", new LayerVersionResource(context));
        put("GraphQLApi", new GraphQlApiResource(context, link -> List.of()));
        put("SimpleTable", new SimpleTableResource());
        put("WebSocketApi", new WebSocketApiResource(context));
    }

    private void put(String name, ResourceTranslator translator) {
        byType.put("AWS::Serverless::" + name, translator);
    }

    /** None for a type that only looks like one of SAM's; it stays in the template as it is. */
    Optional<ResourceTranslator> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
