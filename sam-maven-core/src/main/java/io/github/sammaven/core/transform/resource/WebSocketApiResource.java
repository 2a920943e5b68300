package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.domain.HttpDomain;
import io.github.sammaven.core.transform.websocket.ConnectAuthorization;
import io.github.sammaven.core.transform.websocket.SocketRoute;
import io.github.sammaven.core.transform.websocket.SocketStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code AWS::Serverless::WebSocketApi}: an API with routes by the content of messages. Of its attributes only
 * {@code DependsOn} is kept, and that on the API itself.
 */
public final class WebSocketApiResource implements ResourceTranslator {

    private static final Set<String> ADDRESS_TYPES = Set.of("ipv4", "dualstack");
    private static final List<String> COPIED = List.of(
            "ApiKeySelectionExpression",
            "Description",
            "DisableExecuteApiEndpoint",
            "DisableSchemaValidation",
            "IpAddressType",
            "RouteSelectionExpression");

    private final TransformContext context;
    private final HttpDomain domains;

    public WebSocketApiResource(TransformContext context, HttpDomain domains) {
        this.context = context;
        this.domains = domains;
    }

    @Override
    public List<CloudFormationResource> translate(SamResource resource) {
        checkAddressType(resource);
        MappingNode routes = routes(resource);
        SocketStage stage = SocketStage.of(resource);
        ConnectAuthorization authorization = ConnectAuthorization.of(
                resource, resolved(resource, "Auth").filter(auth -> !BlankValue.is(auth)), routes);
        MappingNode tags = tags(resource);
        List<CloudFormationResource> resources = new ArrayList<>();
        resources.add(api(resource, tags));
        List<String> routeIds = new ArrayList<>();
        routes.entries().forEach((key, value) -> {
            SocketRoute route = SocketRoute.of(resource, key, value);
            routeIds.add(route.logicalId());
            resources.addAll(route.resources(stage, authorization));
        });
        resources.addAll(authorization.resources());
        MappingNode ownTags =
                propagates(resource) ? tags : MappingNode.of("websocketapi:createdBy", ScalarNode.string("SAM"));
        resolved(resource, "Domain").ifPresent(domain -> resources.addAll(domain(resource, domain, stage, ownTags)));
        resources.add(stage.resource(ownTags, routeIds));
        return resources;
    }

    private static void checkAddressType(SamResource resource) {
        resource.get("IpAddressType")
                .filter(type -> Intrinsic.of(type).isEmpty())
                .filter(type -> type.asText().filter(ADDRESS_TYPES::contains).isEmpty())
                .ifPresent(type -> {
                    throw resource.invalid(type, "IpAddressType must be ipv4 or dualstack", "");
                });
    }

    private MappingNode routes(SamResource resource) {
        return resolved(resource, "Routes")
                .flatMap(Node::asMapping)
                .filter(mapping -> mapping.size() > 0)
                .orElseThrow(() -> resource.invalid("Routes must have at least one route", ""));
    }

    private Optional<Node> resolved(SamResource resource, String property) {
        return resource.get(property).map(context.parameters()::resolve);
    }

    private static CloudFormationResource api(SamResource resource, MappingNode tags) {
        MappingNode.Builder properties = MappingNode.builder()
                .put("Name", resource.get("Name").orElse(ScalarNode.string(resource.logicalId())))
                .put("ProtocolType", "WEBSOCKET")
                .put("Tags", tags);
        COPIED.forEach(name -> properties.copy(resource.properties(), name));
        CloudFormationResource api =
                CloudFormationResource.of(resource.logicalId(), "AWS::ApiGatewayV2::Api", properties.build());
        return resource.attribute("DependsOn")
                .map(others -> api.withAttribute("DependsOn", others))
                .orElse(api);
    }

    private static MappingNode tags(SamResource resource) {
        return resource.get("Tags")
                .flatMap(Node::asMapping)
                .orElseGet(() -> MappingNode.of(Map.of()))
                .with("websocketapi:createdBy", ScalarNode.string("SAM"));
    }

    private static boolean propagates(SamResource resource) {
        return resource.get("PropagateTags")
                .filter(ScalarNode.bool(true)::equals)
                .isPresent();
    }

    private List<CloudFormationResource> domain(
            SamResource resource, Node domain, SocketStage stage, MappingNode tags) {
        SamResource withoutAttributes = new SamResource(
                resource.logicalId(),
                resource.type(),
                MappingNode.builder(resource.body().mark()).build(),
                resource.properties(),
                resource.mark());
        return domains.ofWebSocketApi(withoutAttributes, domain, stage.logicalId(), tags);
    }
}
