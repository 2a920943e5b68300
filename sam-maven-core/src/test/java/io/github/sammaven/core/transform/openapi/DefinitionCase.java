package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One API with the events of one owner, as {@code openapi/definitions.yaml} has them. */
record DefinitionCase(String name, MappingNode body) {

    private static final Path FILE = Path.of("src/test/resources/openapi/definitions.yaml");
    private static final String API = "Shop";
    private static final String OWNER = "Owner";
    private static final Partition PARTITION = Partition.of("eu-west-1");

    static List<DefinitionCase> all() {
        return new TemplateReader()
                .read(FILE, "definitions.yaml").root().entries().entrySet().stream()
                        .map(entry -> new DefinitionCase(
                                entry.getKey(), entry.getValue().asMapping().orElseThrow()))
                        .toList();
    }

    Optional<Node> expected() {
        return body.get("Expected");
    }

    /** The definition after all events and all properties. */
    MappingNode run() {
        ApiDefinition definition = definition();
        if (isHttp()) {
            events().forEach((key, event) -> httpEvent(key, event, definition));
            new HttpApiEdits(api(), PARTITION, DefinitionCase::ofApi).applyTo(definition);
        } else {
            events().forEach((key, event) -> restEvent(key, event, definition));
            new RestApiEdits(api(), PARTITION, false, DefinitionCase::ofApi).applyTo(definition);
        }
        return definition.freeze();
    }

    private boolean isHttp() {
        return body.text("Kind").filter("Http"::equals).isPresent();
    }

    private MappingNode api() {
        return body.mapping("Api").orElseThrow();
    }

    private boolean isManaged() {
        return !api().has("DefinitionBody");
    }

    private Optional<String> condition() {
        return body.text("Condition");
    }

    private Map<String, Node> events() {
        return body.mapping("Events").map(MappingNode::entries).orElse(Map.of());
    }

    private ApiDefinition definition() {
        if (!isManaged()) {
            return ApiDefinition.of(api().mapping("DefinitionBody").orElseGet(ApiDefinition::empty));
        }
        ApiDefinition definition = ApiDefinition.of(isHttp() ? ApiSkeleton.http() : ApiSkeleton.rest());
        events().values().forEach(event -> definition.addMethod(route(event)));
        condition().ifPresent(name -> definition.paths().forEach(path -> definition.makeConditional(path, name)));
        api().get("OpenApiVersion")
                .filter(version -> ApiDefinition.isOpenApi3(Optional.of(version)))
                .flatMap(Node::asText)
                .ifPresent(definition::switchToOpenApi);
        return definition;
    }

    /** Broken events may be anything; what is no mapping has no properties. */
    private static MappingNode properties(Node event) {
        return event.asMapping().orElseGet(ApiDefinition::empty);
    }

    private static Route route(Node event) {
        MappingNode properties = properties(event);
        return properties
                .text("Path")
                .map(path -> new Route(path, properties.text("Method").orElse("get")))
                .orElse(HttpApiEvent.DEFAULT_ROUTE);
    }

    private void restEvent(String key, Node event, ApiDefinition definition) {
        MappingNode properties = properties(event);
        boolean function = body.text("Owner").isEmpty();
        Node none = ScalarNode.ofNull(event.mark());
        Node stage = function ? api().get("StageName").orElse(none) : none;
        var edit =
                new RestApiEvent(new RestApi(API, api(), isManaged()), route(event), properties, stage, ofEvent(key));
        if (function) {
            boolean streaming = properties
                    .text("ResponseTransferMode")
                    .filter("RESPONSE_STREAM"::equals)
                    .isPresent();
            edit.addFunction(definition, RestIntegration.ofFunction(PARTITION, OWNER + ".Arn", streaming), condition());
        } else {
            Node role = Intrinsic.getAtt(OWNER + key + "Role", "Arn");
            boolean unescape = properties
                    .text("UnescapeMappingTemplate")
                    .filter("true"::equals)
                    .isPresent();
            edit.addStateMachine(definition, RestIntegration.ofStateMachine(OWNER, role, unescape), condition());
        }
    }

    private void httpEvent(String key, Node event, ApiDefinition definition) {
        new HttpApiEvent(new HttpApi(API, api(), isManaged()), route(event), properties(event), ofEvent(key))
                .addFunction(definition, OWNER + ".Arn", condition());
    }

    private static InvalidResourceException ofApi(Node part, String message, String suggestion) {
        return InvalidResourceException.of(API, part.mark(), API + ": " + message, suggestion);
    }

    private static Rejection ofEvent(String key) {
        return (part, message, suggestion) -> InvalidResourceException.ofEvent(
                OWNER, key, part.mark(), OWNER + ": event " + key + ": " + message, suggestion);
    }

    @Override
    public String toString() {
        return name;
    }
}
