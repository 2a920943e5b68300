package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.TransformContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The REST APIs of a template as their events see them, each looked up once. Not safe for threads. */
public final class RestApis {

    public static final String IMPLICIT = "ServerlessRestApi";

    private static final String ROLE = "InvokeRole";
    private static final String TYPE = "AWS::Serverless::Api";

    private final TransformContext context;
    private final ApiDefinitions definitions;
    private final Map<String, Optional<RestApi>> known = new HashMap<>();

    public RestApis(TransformContext context, ApiDefinitions definitions) {
        this.context = context;
        this.definitions = definitions;
    }

    /** The API of this id, if the template has it. */
    public Optional<RestApi> get(String logicalId) {
        return known.computeIfAbsent(logicalId, this::lookUp);
    }

    private Optional<RestApi> lookUp(String logicalId) {
        return context.source(logicalId, TYPE).map(resource -> {
            MappingNode properties =
                    resource.mapping("Properties").orElseGet(() -> MappingNode.of(Map.of(), resource.mark()));
            MappingNode known = properties
                    .get("Auth")
                    .map(auth -> properties.with("Auth", resolved(auth)))
                    .orElse(properties);
            return new RestApi(logicalId, known, definitions.isManaged(logicalId));
        });
    }

    /** The role alone goes on as it is written. */
    private Node resolved(Node auth) {
        Node known = context.parameters().resolve(auth);
        return auth.asMapping()
                .flatMap(written -> written.get(ROLE))
                .flatMap(role -> known.asMapping().<Node>map(mapping -> mapping.with(ROLE, role)))
                .orElse(known);
    }

    /** {@code StageName} of the resource of this id, whatever its type. */
    public Optional<Node> stageName(String logicalId) {
        return context.source(logicalId)
                .flatMap(resource -> resource.mapping("Properties"))
                .flatMap(properties -> properties.get("StageName"));
    }

    /** The definition that events of the API write into; none if it is elsewhere. */
    public Optional<ApiDefinition> definition(RestApi api) {
        return definitions.get(api.logicalId()).or(() -> api.properties()
                .mapping("DefinitionBody")
                .map(body -> definitions.of(api.logicalId(), body)));
    }
}
