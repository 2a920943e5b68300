package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.generate.Tags;
import io.github.sammaven.core.transform.graphql.AppSyncApi;
import io.github.sammaven.core.transform.graphql.Authentication;
import io.github.sammaven.core.transform.graphql.DataSources;
import io.github.sammaven.core.transform.graphql.Functions;
import io.github.sammaven.core.transform.graphql.Logging;
import io.github.sammaven.core.transform.graphql.Resolvers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code AWS::Serverless::GraphQLApi}: an AppSync API with its schema, data sources, functions and resolvers. */
public final class GraphQlApiResource implements ResourceTranslator {

    private static final List<String> COPIED = List.of(
            "XrayEnabled",
            "Visibility",
            "OwnerContact",
            "IntrospectionConfig",
            "QueryDepthLimit",
            "ResolverCountLimit");

    private final TransformContext context;
    private final ConnectorResource connectors;

    /** @param connectors gives parts of the API their permissions */
    public GraphQlApiResource(TransformContext context, ConnectorResource connectors) {
        this.context = context;
        this.connectors = connectors;
    }

    @Override
    public List<CloudFormationResource> translate(SamResource resource) {
        AppSyncApi api = AppSyncApi.of(resource, context.errors());
        CloudFormationResource main = main(api);
        String schemaId = schema(api);
        apiKeys(api);
        cache(api);
        domain(api);
        DataSources dataSources = new DataSources(api);
        dataSources.add();
        Functions functions = new Functions(api, dataSources);
        functions.add();
        new Resolvers(api, functions, schemaId).add();
        List<CloudFormationResource> all = new ArrayList<>(List.of(main));
        all.addAll(api.resources());
        api.links().forEach(link -> all.addAll(connectors.resources(link, resource)));
        return all;
    }

    private static CloudFormationResource main(AppSyncApi api) {
        SamResource sam = api.sam();
        MappingNode.Builder properties =
                MappingNode.builder().put("Name", sam.get("Name").orElse(ScalarNode.string(api.logicalId())));
        new Authentication(api).addTo(properties);
        new Logging(api).addTo(properties);
        COPIED.forEach(name -> properties.copy(sam.properties(), name));
        properties.put(
                "Tags",
                new Tags()
                        .addAll(sam.get("Tags"))
                        .add("graphqlapi:createdBy", "SAM")
                        .list());
        return sam.main(api.logicalId(), "AWS::AppSync::GraphQLApi", properties.build());
    }

    private static String schema(AppSyncApi api) {
        Optional<Node> inline = api.sam().get("SchemaInline");
        Optional<Node> uri = api.sam().get("SchemaUri");
        if (inline.isPresent() == uri.isPresent()) {
            throw api.sam()
                    .invalid(
                            inline.isPresent() ? "has both SchemaInline and SchemaUri" : "has no schema",
                            "give it one of SchemaInline and SchemaUri");
        }
        String id = api.logicalId() + "Schema";
        api.resources()
                .add(api.sam()
                        .main(
                                id,
                                "AWS::AppSync::GraphQLSchema",
                                MappingNode.builder()
                                        .put("ApiId", api.apiId())
                                        .put("Definition", inline)
                                        .put("DefinitionS3Location", uri)
                                        .build()));
        return id;
    }

    private static void apiKeys(AppSyncApi api) {
        api.sam().get("ApiKeys").flatMap(Node::asMapping).ifPresent(keys -> keys.entries()
                .forEach((key, value) -> {
                    MappingNode given = value.asMapping().orElseGet(() -> MappingNode.of(Map.of()));
                    api.resources()
                            .add(api.sam()
                                    .main(
                                            api.logicalId() + key,
                                            "AWS::AppSync::ApiKey",
                                            MappingNode.builder()
                                                    .put("ApiId", api.apiId())
                                                    .copy(given, "ApiKeyId")
                                                    .copy(given, "Description")
                                                    .copy(given, "ExpiresOn", "Expires")
                                                    .build()));
                }));
    }

    private static void cache(AppSyncApi api) {
        api.sam().get("Cache").flatMap(Node::asMapping).ifPresent(cache -> api.resources()
                .add(api.sam()
                        .main(
                                api.logicalId() + "ApiCache",
                                "AWS::AppSync::ApiCache",
                                cache.with("ApiId", api.apiId()))));
    }

    private static void domain(AppSyncApi api) {
        api.sam().get("DomainName").flatMap(Node::asMapping).ifPresent(domain -> {
            String id = api.logicalId() + "DomainName";
            api.resources().add(api.sam().main(id, "AWS::AppSync::DomainName", domain));
            api.resources()
                    .add(api.sam()
                            .main(
                                    id + "ApiAssociation",
                                    "AWS::AppSync::DomainNameApiAssociation",
                                    MappingNode.builder()
                                            .put("ApiId", api.apiId())
                                            .put("DomainName", Intrinsic.ref(id))
                                            .build()));
        });
    }
}
