package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.deployment.DeploymentPreferences;
import io.github.sammaven.core.transform.event.EventResult;
import io.github.sammaven.core.transform.event.FunctionEventSources;
import io.github.sammaven.core.transform.function.EventInvokeConfig;
import io.github.sammaven.core.transform.function.FunctionProperties;
import io.github.sammaven.core.transform.function.FunctionRole;
import io.github.sammaven.core.transform.function.FunctionUrl;
import io.github.sammaven.core.transform.function.PublishedAlias;
import io.github.sammaven.core.transform.function.PublishedVersion;
import io.github.sammaven.core.transform.generate.LambdaTarget;
import io.github.sammaven.core.transform.generate.ManagedPolicyArns;
import io.github.sammaven.core.transform.generate.RolePolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code AWS::Serverless::Function}: a function with its role, what it is published as, and what calls it. */
public final class FunctionResource implements ResourceTranslator {

    private final FunctionProperties properties;
    private final FunctionRole role;
    private final PublishedVersion version;
    private final PublishedAlias alias;
    private final FunctionEvents events;
    private final EventInvokeConfig invokeConfig;
    private final DeploymentPreferences deployments;
    private final FunctionUrl url = new FunctionUrl();
    private final FunctionCombinations combinations;

    public FunctionResource(
            TransformContext context,
            RolePolicies policies,
            ManagedPolicyArns managed,
            FunctionEventSources eventSources,
            DeploymentPreferences deployments) {
        this.deployments = deployments;
        this.combinations = new FunctionCombinations(context.errors());
        this.properties = new FunctionProperties(context);
        this.role = new FunctionRole(context, policies, managed);
        this.version = new PublishedVersion(context);
        this.alias = new PublishedAlias(context);
        this.invokeConfig = new EventInvokeConfig(context);
        this.events = new FunctionEvents(context, eventSources);
    }

    @Override
    public List<CloudFormationResource> translate(SamResource function) {
        combinations.check(function);
        MappingNode generated = described(function, properties.of(function));
        List<CloudFormationResource> published = new ArrayList<>();
        Optional<String> aliasName = alias.name(function);
        aliasName.ifPresent(name -> {
            CloudFormationResource made = version.resource(function, generated);
            published.add(made);
            published.add(deployments.apply(function, alias.resource(function, name, made.logicalId())));
        });
        if (aliasName.isEmpty()) {
            deployments.checkWithoutAlias(function);
        }
        LambdaTarget target =
                new LambdaTarget(function.logicalId(), aliasName.map(name -> PublishedAlias.logicalId(function, name)));
        List<CloudFormationResource> resources = new ArrayList<>(published);
        resources.addAll(url.resources(function, target));
        EventInvokeConfig.Result invoked = invokeConfig.translate(function, aliasName, target.aliasId());
        resources.addAll(invoked.resources());
        EventResult called = events.translate(function, target);
        FunctionRole.Decision decision = role.decide(function);
        if (decision.generated()) {
            resources.add(role.resource(
                    function,
                    decision,
                    new FunctionRole.Needs(called.managedPolicies(), joined(invoked.policies(), called.policies()))));
        }
        resources.addAll(called.resources());
        resources.add(
                0,
                function.main(function.logicalId(), "AWS::Lambda::Function", generated.with("Role", decision.arn())));
        return resources;
    }

    private static List<Node> joined(List<Node> first, List<Node> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** With the hash of the code at the end of the description, so that the function changes with it. */
    private MappingNode described(SamResource function, MappingNode generated) {
        if (function.given("AutoPublishAlias").isEmpty()) {
            return generated;
        }
        return version.codeSha256(function)
                .map(hash -> generated.with("Description", description(function, hash)))
                .orElse(generated);
    }

    private static Node description(SamResource function, String hash) {
        Optional<Node> given = function.get("Description");
        if (given.isEmpty()) {
            return ScalarNode.string(hash);
        }
        Node description = given.get();
        return description
                .asText()
                .<Node>map(text -> ScalarNode.string(text + " " + hash))
                .orElseGet(() -> Intrinsic.join(" ", description, ScalarNode.string(hash)));
    }
}
