package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.FeatureToggle;
import io.github.sammaven.core.transform.context.LogicalIds;
import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.domain.RestDomain;
import io.github.sammaven.core.transform.generate.ContentLocation;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import io.github.sammaven.core.transform.generate.Tags;
import io.github.sammaven.core.transform.openapi.ApiDefinition;
import io.github.sammaven.core.transform.openapi.ApiDefinitions;
import io.github.sammaven.core.transform.openapi.AuthorizerFunction;
import io.github.sammaven.core.transform.openapi.RestApiEdits;
import io.github.sammaven.core.transform.usageplan.ApiStage;
import io.github.sammaven.core.transform.usageplan.UsagePlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code AWS::Serverless::Api}: a REST API with its deployment and stage, and what its settings ask for. */
public final class ApiResource implements ResourceTranslator {

    private static final List<String> RESOLVED = List.of("BinaryMediaTypes", "Auth");
    private static final List<String> OF_STAGE = List.of(
            "StageName",
            "CacheClusterEnabled",
            "CacheClusterSize",
            "Variables",
            "MethodSettings",
            "AccessLogSetting",
            "CanarySetting",
            "TracingEnabled");

    private final TransformContext context;
    private final ApiDefinitions definitions;
    private final ContentLocation locations;
    private final RestApiDeployments deployments;
    private final UsagePlans usagePlans;
    private final RestDomain domains;

    public ApiResource(
            TransformContext context, ApiDefinitions definitions, UsagePlans usagePlans, RestDomain domains) {
        this.context = context;
        this.definitions = definitions;
        this.locations = new ContentLocation(context);
        this.deployments = new RestApiDeployments(context);
        this.usagePlans = usagePlans;
        this.domains = domains;
    }

    @Override
    public List<CloudFormationResource> translate(SamResource written) {
        SamResource api = resolved(written);
        Optional<Node> uri = api.given("DefinitionUri");
        boolean merges = api.get("MergeDefinitions")
                .filter(ScalarNode.bool(true)::equals)
                .isPresent();
        if (uri.isPresent() && definitions.isManaged(api.logicalId())) {
            throw api.invalid(
                    uri.get(),
                    "DefinitionUri of Globals meets a definition that is made from events",
                    "set DefinitionUri on the API itself");
        }
        if (uri.isPresent() && (api.get("DefinitionBody").isPresent() || merges)) {
            throw api.invalid(
                    uri.get(),
                    merges
                            ? "MergeDefinitions cannot merge into a definition that is elsewhere"
                            : "has both DefinitionUri and DefinitionBody",
                    merges ? "move the definition into DefinitionBody" : "keep one of them");
        }
        RestApiEdits edits = new RestApiEdits(
                api.properties(),
                context.partition(),
                context.options().features().contains(FeatureToggle.NORMALIZED_OPEN_API_VERSION),
                api::invalid);
        MappingNode.Builder properties = MappingNode.builder();
        Node content = content(api, uri, edits, properties);
        new RestApiProperties(context.partition().name()).addTo(properties, api);
        Optional<Node> domain = api.get("Domain").map(context.parameters()::resolve);
        CloudFormationResource deployment = deployments.of(api, content, domain);
        String stageId = LogicalIds.restStage(api.logicalId(), stageName(api));
        List<CloudFormationResource> resources = new ArrayList<>();
        resources.add(api.main(api.logicalId(), "AWS::ApiGateway::RestApi", properties.build()));
        resources.add(deployment);
        resources.add(stage(api, stageId, deployment.logicalId()));
        edits.authorizerFunctions().forEach(function -> resources.add(permission(api, function)));
        domain.ifPresent(settings -> resources.addAll(domains.resources(api, settings, stageId)));
        api.get("Auth")
                .flatMap(Node::asMapping)
                .flatMap(auth -> auth.get("UsagePlan"))
                .filter(plan -> !plan.isNull())
                .ifPresent(plan -> resources.addAll(usagePlans.resources(new ApiStage(api, stageId), plan)));
        return resources;
    }

    private SamResource resolved(SamResource api) {
        MappingNode properties = api.properties();
        for (String name : RESOLVED) {
            Node value = properties.get(name).orElse(null);
            if (value != null) {
                Node known = context.parameters().resolve(value);
                properties = known == value ? properties : properties.with(name, known);
            }
        }
        return new SamResource(api.logicalId(), api.type(), api.body(), properties, api.mark());
    }

    /** Puts the definition, or where it is, into {@code properties}, and returns it. */
    private Node content(SamResource api, Optional<Node> uri, RestApiEdits edits, MappingNode.Builder properties) {
        Optional<ApiDefinition> definition = definitions.get(api.logicalId()).or(() -> api.get("DefinitionBody")
                .flatMap(Node::asMapping)
                .map(body -> definitions.of(api.logicalId(), body)));
        if (uri.isPresent() || definition.isEmpty()) {
            edits.checkVersion();
            edits.requireNone();
            Node location = uri.map(given -> locations.ofDefinition(api, "DefinitionUri", given))
                    .orElseGet(() -> MappingNode.builder().build());
            properties.put(location.asMapping().isPresent() ? "BodyS3Location" : "Body", location);
            return location;
        }
        edits.applyTo(definition.get());
        MappingNode body = definition.get().freeze();
        properties.put("Body", body);
        return body;
    }

    private static Node stageName(SamResource api) {
        Node name = api.get("StageName").orElseThrow(() -> api.invalid("StageName is required", ""));
        if (name.equals(ScalarNode.string(""))) {
            throw api.invalid(name, "StageName is empty", "");
        }
        StageNames.check(api, name);
        return name;
    }

    private static CloudFormationResource stage(SamResource api, String stageId, String deploymentId) {
        MappingNode.Builder properties = MappingNode.builder()
                .put("DeploymentId", Intrinsic.ref(deploymentId))
                .put("RestApiId", Intrinsic.ref(api.logicalId()));
        OF_STAGE.forEach(name -> properties.copy(api.properties(), name));
        properties.put(
                "Tags",
                api.get("Tags").map(tags -> new Tags().addAll(Optional.of(tags)).listEvenIfEmpty()));
        return api.beside(stageId, "AWS::ApiGateway::Stage", properties.build());
    }

    private CloudFormationResource permission(SamResource api, AuthorizerFunction function) {
        String arn = "arn:" + context.partition().name()
                + ":execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/authorizers/*";
        return api.beside(
                api.logicalId() + function.authorizer() + "AuthorizerPermission",
                LambdaPermission.TYPE,
                LambdaPermission.of(function.functionArn(), "apigateway.amazonaws.com")
                        .withSourceArn(Intrinsic.sub(arn, MappingNode.of("__ApiId__", Intrinsic.ref(api.logicalId()))))
                        .properties());
    }
}
