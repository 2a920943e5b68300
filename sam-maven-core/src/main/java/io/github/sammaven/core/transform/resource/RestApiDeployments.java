package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.LogicalIds;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deployments of REST APIs: another one whenever what is deployed changes. */
final class RestApiDeployments {

    private static final String TYPE = "AWS::ApiGateway::Deployment";

    private final TransformContext context;
    private @Nullable Map<String, StringBuilder> functionNames;

    RestApiDeployments(TransformContext context) {
        this.context = context;
    }

    /**
     * @param content the definition, or where it is
     * @param domain {@code Domain} with parameters put in
     */
    CloudFormationResource of(SamResource api, Node content, Optional<Node> domain) {
        LogicalIds.Deployment id = id(api, content, domain);
        MappingNode.Builder properties = MappingNode.builder()
                .put("Description", "RestApi deployment id: " + id.digest())
                .put("RestApiId", Intrinsic.ref(api.logicalId()));
        if (api.given("OpenApiVersion").isEmpty()) {
            properties.put("StageName", "Stage");
        }
        return api.beside(id.id(), TYPE, properties.build());
    }

    private LogicalIds.Deployment id(SamResource api, Node content, Optional<Node> domain) {
        boolean always =
                api.get("AlwaysDeploy").filter(ScalarNode.bool(true)::equals).isPresent();
        if (always) {
            return LogicalIds.deploymentAt(
                    api.logicalId(), context.options().clock().instant());
        }
        Node absent = ScalarNode.string("");
        return LogicalIds.deployment(
                api.logicalId(),
                content,
                api.get("OpenApiVersion").orElse(absent),
                domain.orElse(absent),
                ScalarNode.string(namesOfCallers(api.logicalId())));
    }

    /** A function of another name is another integration, although its reference in the definition stays. */
    private String namesOfCallers(String apiId) {
        Map<String, StringBuilder> known = functionNames;
        if (known == null) {
            known = read();
            functionNames = known;
        }
        StringBuilder names = known.get(apiId);
        return names == null ? "" : names.toString();
    }

    private Map<String, StringBuilder> read() {
        Map<String, StringBuilder> byApi = new HashMap<>();
        context.source().values().stream()
                .flatMap(resource -> resource.mapping("Properties").stream())
                .filter(properties -> properties.has("FunctionName"))
                .forEach(properties -> properties.mapping("Events").ifPresent(events -> events.entries()
                        .values()
                        .forEach(event -> apiOf(event).ifPresent(apiId -> byApi.computeIfAbsent(
                                        apiId, id -> new StringBuilder())
                                .append(context.parameters()
                                        .resolve(properties.get("FunctionName").orElseThrow()))))));
        return byApi;
    }

    private static Optional<String> apiOf(Node event) {
        return event.asMapping()
                .flatMap(mapping -> mapping.mapping("Properties"))
                .flatMap(properties -> properties.get("RestApiId"))
                .flatMap(Intrinsic::of)
                .flatMap(reference -> reference.argument().asText());
    }
}
