package io.github.sammaven.core.transform.implicit;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.GeneratedConditions;
import io.github.sammaven.core.transform.context.TransformErrors;
import io.github.sammaven.core.transform.openapi.ApiDefinitions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives APIs without a definition one, enters the routes of events, and adds the implicit APIs that they need. */
public final class ImplicitApis {

    private final Template template;
    private final ApiDefinitions definitions;
    private final GeneratedConditions conditions;
    private final TransformErrors errors;

    public ImplicitApis(
            Template template, ApiDefinitions definitions, GeneratedConditions conditions, TransformErrors errors) {
        this.template = template;
        this.definitions = definitions;
        this.conditions = conditions;
        this.errors = errors;
    }

    /** @return {@code resources} and the implicit APIs; one replaces a resource that has its id */
    public Map<String, MappingNode> added(Map<String, MappingNode> resources) {
        Map<String, MappingNode> all = new LinkedHashMap<>(resources);
        ApiKind.ALL.forEach(kind -> manage(kind, resources));
        ApiKind.ALL.forEach(kind -> add(kind, resources, all));
        return all;
    }

    private void manage(ApiKind kind, Map<String, MappingNode> resources) {
        resources.forEach((id, resource) -> {
            boolean defined = resource.mapping("Properties")
                    .filter(properties -> BlankValue.given(properties, "DefinitionBody")
                                    .isPresent()
                            || BlankValue.given(properties, "DefinitionUri").isPresent())
                    .isPresent();
            if (!defined && resource.text("Type").filter(kind.type()::equals).isPresent()) {
                definitions.manage(id, kind.skeleton().get());
            }
        });
    }

    private void add(ApiKind kind, Map<String, MappingNode> resources, Map<String, MappingNode> all) {
        List<ApiEventRoute> routes = new ApiEventReader(kind, resources, errors).routes();
        List<ApiEventRoute> ofImplicit = routes.stream()
                .filter(route -> route.apiId().equals(kind.implicitId()))
                .toList();
        if (!ofImplicit.isEmpty()) {
            definitions.manage(kind.implicitId(), kind.skeleton().get());
        }
        Map<String, ApiConditions> byApi = new LinkedHashMap<>();
        routes.stream().filter(route -> definitions.isManaged(route.apiId())).forEach(route -> {
            definitions.get(route.apiId()).ifPresent(definition -> definition.addMethod(route.route()));
            byApi.computeIfAbsent(route.apiId(), ApiConditions::new).add(route);
        });
        byApi.forEach(
                (apiId, each) -> definitions.get(apiId).ifPresent(definition -> each.apply(definition, conditions)));
        if (!ofImplicit.isEmpty()) {
            MappingNode globals = template.root().mapping("Globals").orElseGet(() -> MappingNode.of(Map.of()));
            Optional<String> condition = byApi.get(kind.implicitId()).ofApi(conditions);
            all.put(kind.implicitId(), new ImplicitApi(kind, globals).resource(ofImplicit, condition));
        }
    }
}
