package io.github.sammaven.core.transform.graphql;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import java.util.ArrayList;
import java.util.List;

/** {@code Resolvers}: by type and field of the schema, each a pipeline of functions. */
public final class Resolvers {

    /** Hands on what the last function of the pipeline gave. */
    private static final String PASS_THROUGH = """

            export function request(ctx) {
                return {};
            }

            export function response(ctx) {
                return ctx.prev.result;
            }
            """;

    private final AppSyncApi api;
    private final Functions functions;
    private final Code code;
    private final String schemaId;

    public Resolvers(AppSyncApi api, Functions functions, String schemaId) {
        this.api = api;
        this.functions = functions;
        this.code = new Code(api);
        this.schemaId = schemaId;
    }

    /** Adds the resolvers of the API to its resources. */
    public void add() {
        api.forEach(api.sam().properties(), "Resolvers", (type, fields) -> fields.entries()
                .forEach((key, resolver) -> api.errors()
                        .during(() -> resolver(type, key, api.mapping(resolver, "Resolvers." + type + "." + key)))));
    }

    private void resolver(String type, String key, MappingNode resolver) {
        MappingNode.Builder properties = MappingNode.builder()
                .put("ApiId", api.apiId())
                .put("TypeName", type)
                .put("FieldName", AppSyncApi.value(resolver, "FieldName").orElse(ScalarNode.string(key)))
                .put("Kind", "PIPELINE")
                .put("PipelineConfig", MappingNode.of("Functions", pipeline(key, resolver)))
                .copy(resolver, "Caching", "CachingConfig")
                .copy(resolver, "MaxBatchSize");
        if (Code.isIn(resolver)) {
            code.addTo(properties, key, resolver);
        } else {
            properties
                    .put("Code", PASS_THROUGH)
                    .put(
                            "Runtime",
                            MappingNode.builder()
                                    .put("Name", "APPSYNC_JS")
                                    .put("RuntimeVersion", "1.0.0")
                                    .build());
        }
        CloudFormationResource made = api.sam()
                .main(api.logicalId() + type + key, "AWS::AppSync::Resolver", properties.build())
                .withAttribute("DependsOn", SequenceNode.ofTexts(schemaId));
        api.resources().add(made);
    }

    private SequenceNode pipeline(String key, MappingNode resolver) {
        List<Node> keys = AppSyncApi.value(resolver, "Pipeline")
                .flatMap(Node::asSequence)
                .map(SequenceNode::items)
                .orElseThrow(() -> api.sam()
                        .invalid(
                                resolver,
                                "resolver %s needs a Pipeline, a list of keys of Functions".formatted(key),
                                "for a resolver without functions write an AWS::AppSync::Resolver"));
        List<Node> ids = new ArrayList<>();
        keys.forEach(function -> ids.add(functions.idOf(function)));
        return SequenceNode.of(ids);
    }
}
