package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.LogicalIds;
import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.domain.HttpDomain;
import io.github.sammaven.core.transform.generate.ContentLocation;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import io.github.sammaven.core.transform.openapi.ApiDefinition;
import io.github.sammaven.core.transform.openapi.ApiDefinitions;
import io.github.sammaven.core.transform.openapi.AuthorizerFunction;
import io.github.sammaven.core.transform.openapi.HttpApiEdits;
import io.github.sammaven.core.transform.openapi.HttpApis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code AWS::Serverless::HttpApi}: an HTTP API whose settings are part of its definition, and its stage. */
public final class HttpApiResource implements ResourceTranslator {

    private static final List<String> OF_STAGE = List.of("StageVariables", "AccessLogSettings", "DefaultRouteSettings");

    private final TransformContext context;
    private final ApiDefinitions definitions;
    private final ContentLocation locations;
    private final HttpApis apis;
    private final HttpDomain domains;

    public HttpApiResource(TransformContext context, ApiDefinitions definitions, HttpApis apis, HttpDomain domains) {
        this.context = context;
        this.definitions = definitions;
        this.locations = new ContentLocation(context);
        this.apis = apis;
        this.domains = domains;
    }

    @Override
    public List<CloudFormationResource> translate(SamResource written) {
        SamResource api = resolved(written);
        Optional<Node> uri = api.given("DefinitionUri");
        uri.filter(given -> api.get("DefinitionBody").isPresent()).ifPresent(given -> {
            throw api.invalid(given, "has both DefinitionUri and DefinitionBody", "keep one of them");
        });
        HttpApiEdits edits = new HttpApiEdits(api.properties(), context.partition(), api::invalid);
        MappingNode.Builder properties = MappingNode.builder();
        Optional<MappingNode> tags = content(api, uri, edits, properties);
        properties.put("FailOnWarnings", api.given("FailOnWarnings"));
        Node stageName = api.given("StageName").orElse(ScalarNode.string("$default"));
        StageNames.check(api, stageName);
        String stageId = LogicalIds.httpStage(api.logicalId(), stageName);
        List<CloudFormationResource> resources = new ArrayList<>();
        resources.add(api.main(api.logicalId(), "AWS::ApiGatewayV2::Api", properties.build()));
        resources.add(stage(api, stageId, stageName, tags));
        edits.authorizerFunctions().forEach(function -> resources.add(permission(api, function)));
        api.get("Domain")
                .map(context.parameters()::resolve)
                .ifPresent(domain -> resources.addAll(domains.ofHttpApi(api, domain, stageId, tags)));
        return resources;
    }

    private SamResource resolved(SamResource api) {
        return api.get("CorsConfiguration")
                .map(cors -> new SamResource(
                        api.logicalId(),
                        api.type(),
                        api.body(),
                        api.properties()
                                .with("CorsConfiguration", context.parameters().resolve(cors)),
                        api.mark()))
                .orElse(api);
    }

    /** Puts the definition, or where it is, into {@code properties}; the tags are those of stage and domain. */
    private Optional<MappingNode> content(
            SamResource api, Optional<Node> uri, HttpApiEdits edits, MappingNode.Builder properties) {
        if (uri.isPresent()) {
            edits.requireNone();
            Node location = locations.ofDefinition(api, "DefinitionUri", uri.get());
            properties.put(location.asMapping().isPresent() ? "BodyS3Location" : "Body", location);
            return Optional.empty();
        }
        ApiDefinition definition = definitions
                .get(api.logicalId())
                .or(() -> api.get("DefinitionBody")
                        .flatMap(Node::asMapping)
                        .map(body -> definitions.of(api.logicalId(), body)))
                .orElseThrow(() -> api.invalid("DefinitionBody or DefinitionUri is required", ""));
        edits.applyTo(definition);
        properties.put("Body", definition.freeze());
        if (!definition.isUsable() || !definition.isOpenApi3()) {
            return Optional.empty();
        }
        return Optional.of(api.get("Tags")
                .flatMap(Node::asMapping)
                .orElseGet(() -> MappingNode.of(Map.of()))
                .with("httpapi:createdBy", ScalarNode.string("SAM")));
    }

    private CloudFormationResource stage(SamResource api, String stageId, Node stageName, Optional<MappingNode> tags) {
        MappingNode.Builder properties = MappingNode.builder()
                .put("ApiId", Intrinsic.ref(api.logicalId()))
                .put("StageName", stageName);
        OF_STAGE.forEach(name -> properties.copy(api.properties(), name));
        properties
                .put("RouteSettings", apis.get(api.logicalId()).flatMap(apis::routeSettings))
                .put("AutoDeploy", ScalarNode.bool(true))
                .put("Tags", tags);
        return api.beside(stageId, "AWS::ApiGatewayV2::Stage", properties.build());
    }

    private static CloudFormationResource permission(SamResource api, AuthorizerFunction function) {
        return api.beside(
                api.logicalId() + function.authorizer() + "AuthorizerPermission",
                LambdaPermission.TYPE,
                LambdaPermission.of(function.functionArn(), "apigateway.amazonaws.com")
                        .withSourceArn(Intrinsic.sub(
                                "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/authorizers/*",
                                MappingNode.of("__ApiId__", Intrinsic.ref(api.logicalId()))))
                        .properties());
    }
}
