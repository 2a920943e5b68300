package io.github.sammaven.core.transform;

import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.domain.HttpDomain;
import io.github.sammaven.core.transform.domain.RestDomain;
import io.github.sammaven.core.transform.event.FunctionEventSources;
import io.github.sammaven.core.transform.event.StateMachineEventSources;
import io.github.sammaven.core.transform.generate.ManagedPolicyArns;
import io.github.sammaven.core.transform.generate.RolePolicies;
import io.github.sammaven.core.transform.openapi.ApiDefinitions;
import io.github.sammaven.core.transform.openapi.HttpApis;
import io.github.sammaven.core.transform.openapi.RestApis;
import io.github.sammaven.core.transform.policy.ManagedPolicies;
import io.github.sammaven.core.transform.policy.PolicyTemplates;
import io.github.sammaven.core.transform.resource.ApiResource;
import io.github.sammaven.core.transform.resource.ApplicationResource;
import io.github.sammaven.core.transform.resource.CapacityProviderResource;
import io.github.sammaven.core.transform.resource.ConnectorResource;
import io.github.sammaven.core.transform.resource.FunctionResource;
import io.github.sammaven.core.transform.resource.GraphQlApiResource;
import io.github.sammaven.core.transform.resource.HttpApiResource;
import io.github.sammaven.core.transform.resource.LayerVersionResource;
import io.github.sammaven.core.transform.resource.SimpleTableResource;
import io.github.sammaven.core.transform.resource.StateMachineResource;
import io.github.sammaven.core.transform.resource.WebSocketApiResource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The translator of each SAM type, for one run. */
final class ResourceTranslators {

    private final Map<String, ResourceTranslator> byType = new HashMap<>();

    ResourceTranslators(TransformContext context, ApiDefinitions definitions, SharedResources shared) {
        RestApis restApis = new RestApis(context, definitions);
        HttpApis httpApis = new HttpApis(context, definitions);
        ManagedPolicyArns managed = new ManagedPolicyArns(ManagedPolicies.load(), context);
        RolePolicies policies = new RolePolicies(PolicyTemplates.load(), managed);
        put(
                "Function",
                new FunctionResource(
                        context,
                        policies,
                        managed,
                        new FunctionEventSources(context, restApis, httpApis, shared.notifications()),
                        shared.deployments()));
        put("Api", new ApiResource(context, definitions, shared.usagePlans(), new RestDomain(shared.recordSets())));
        HttpDomain httpDomain = new HttpDomain(shared.recordSets());
        put("HttpApi", new HttpApiResource(context, definitions, httpApis, httpDomain));
        put("Application", new ApplicationResource(context));
        put("CapacityProvider", new CapacityProviderResource(managed));
        put("LayerVersion", new LayerVersionResource(context));
        ConnectorResource connectors = new ConnectorResource(context);
        put("Connector", connectors);
        put("GraphQLApi", new GraphQlApiResource(context, connectors));
        put("SimpleTable", new SimpleTableResource());
        put(
                "StateMachine",
                new StateMachineResource(context, policies, managed, new StateMachineEventSources(restApis)));
        put("WebSocketApi", new WebSocketApiResource(context, httpDomain));
    }

    private void put(String name, ResourceTranslator translator) {
        byType.put("AWS::Serverless::" + name, translator);
    }

    /** None for a type that only looks like one of SAM's; it stays in the template as it is. */
    Optional<ResourceTranslator> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
