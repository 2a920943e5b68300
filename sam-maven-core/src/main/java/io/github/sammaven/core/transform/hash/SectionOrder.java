package io.github.sammaven.core.transform.hash;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The order of the sections of a definition, which the steps that add and move them decide. */
final class SectionOrder {

    static final String POLICY = "x-amazon-apigateway-policy";
    static final String RESPONSES = "x-amazon-apigateway-gateway-responses";
    static final String DEFINITIONS = "definitions";

    private static final String SCHEMES = "securityDefinitions";
    private static final String COMPONENTS = "components";
    private static final Set<String> SKELETON = Set.of("swagger", "openapi", "info", Place.PATHS);
    private static final Map<String, Edit> EDITS = Map.of(
            RESPONSES,
            Edit.GATEWAY_RESPONSES,
            "x-amazon-apigateway-binary-media-types",
            Edit.BINARY_MEDIA_TYPES,
            DEFINITIONS,
            Edit.MODELS,
            "x-amazon-apigateway-endpoint-configuration",
            Edit.ENDPOINT);

    private final MappingNode definition;
    private final SamResource api;
    private final MappingNode auth;
    private final List<String> moved = new ArrayList<>();
    private KeyTable table = new KeyTable();

    SectionOrder(MappingNode definition, SamResource api) {
        this.definition = definition;
        this.api = api;
        this.auth = api.properties().mapping("Auth").orElseGet(() -> MappingNode.of(Map.of()));
        if (definition.has("openapi")) {
            definition.mapping(COMPONENTS).ifPresent(components -> {
                addMoved(components, "securitySchemes", SCHEMES);
                addMoved(components, "schemas", DEFINITIONS);
            });
        }
    }

    private void addMoved(MappingNode components, String to, String from) {
        if (components.has(to) && !components.isWritten(to)) {
            moved.add(from);
        }
    }

    List<String> keys() {
        List<String> added = new ArrayList<>();
        for (String key : definition.keys()) {
            if (definition.isWritten(key) || SKELETON.contains(key)) {
                table.put(key);
            } else if (!key.equals(COMPONENTS)) {
                added.add(key);
            }
        }
        added.addAll(moved);
        for (Edit edit : Edit.values()) {
            List<String> made =
                    added.stream().filter(key -> editOf(key) == edit).toList();
            if (edit.isDone(api) || !made.isEmpty()) {
                table = table.copied(1);
                made.stream().filter(key -> !key.equals(SCHEMES)).forEach(table::put);
                made.stream().filter(SCHEMES::equals).forEach(table::put);
                table = table.copied(1);
            }
            if (edit == Edit.AUTH || edit == Edit.MODELS) {
                moved.stream().filter(key -> editOf(key).compareTo(edit) <= 0).forEach(this::move);
            }
        }
        definition.keys().forEach(table::put);
        return table.keys().stream().filter(definition::has).toList();
    }

    /** Sections of Swagger become components in OpenAPI 3. */
    private void move(String section) {
        table.put(COMPONENTS);
        table.remove(section);
    }

    private Edit editOf(String section) {
        if (section.equals(SCHEMES)) {
            return definesSchemes() ? Edit.AUTH : Edit.EVENTS;
        }
        if (section.equals(POLICY)) {
            return auth.has("ResourcePolicy") ? Edit.AUTH : Edit.EVENTS;
        }
        return EDITS.getOrDefault(section, Edit.EVENTS);
    }

    /** Whether the API has security schemes of its own; else those that are there come from events. */
    boolean definesSchemes() {
        return auth.has("Authorizers") || auth.has("ApiKeyRequired") || auth.has("DefaultAuthorizer");
    }

    /** Whether requests are signed with IAM credentials by default, which makes that scheme one of the API. */
    boolean definesIam() {
        return auth.get("DefaultAuthorizer").flatMap(Node::asText).equals(Optional.of(DefinitionOrder.IAM));
    }

    Edit schemesEdit() {
        return editOf(SCHEMES);
    }
}
