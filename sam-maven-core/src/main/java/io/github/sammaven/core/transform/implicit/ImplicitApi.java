package io.github.sammaven.core.transform.implicit;

import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.openapi.HttpApis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API that is not in the template: what it inherits from the resources whose events use it. */
final class ImplicitApi {

    private final ApiKind kind;
    private final MappingNode globals;

    /** @param globals the sections of {@code Globals} */
    ImplicitApi(ApiKind kind, MappingNode globals) {
        this.kind = kind;
        this.globals = globals;
    }

    /** @param routes what the events that use it ask for, one at least */
    MappingNode resource(List<ApiEventRoute> routes, Optional<String> condition) {
        List<MappingNode> owners =
                routes.stream().map(ApiEventRoute::owner).distinct().toList();
        MappingNode.Builder resource = MappingNode.builder(owners.get(0).mark()).put("Type", kind.type());
        condition.ifPresent(name -> resource.put("Condition", name));
        strongest(owners, "DeletionPolicy", List.of("Retain", "Delete"))
                .ifPresent(policy -> resource.put("DeletionPolicy", policy));
        strongest(owners, "UpdateReplacePolicy", List.of("Retain", "Snapshot", "Delete"))
                .ifPresent(policy -> resource.put("UpdateReplacePolicy", policy));
        Map<String, Node> properties = new LinkedHashMap<>(kind.properties());
        Map<String, Node> tags = new LinkedHashMap<>();
        owners.forEach(owner -> tags.putAll(propagated(owner)));
        if (!tags.isEmpty()) {
            properties.put("Tags", MappingNode.of(tags));
            properties.put("PropagateTags", ScalarNode.bool(true));
        }
        Map<String, Node> settings = new LinkedHashMap<>();
        routes.forEach(
                route -> route.settings().ifPresent(value -> settings.put(HttpApis.settingsKey(route.route()), value)));
        if (!settings.isEmpty()) {
            properties.put("RouteSettings", MappingNode.of(settings));
        }
        return resource.put(
                        "Properties", MappingNode.of(properties, owners.get(0).mark()))
                .build();
    }

    private static Optional<String> strongest(List<MappingNode> owners, String attribute, List<String> ranked) {
        return ranked.stream()
                .filter(policy -> owners.stream()
                        .anyMatch(owner ->
                                owner.text(attribute).filter(policy::equals).isPresent()))
                .findFirst();
    }

    private MappingNode shared(MappingNode owner) {
        return owner.text("Type")
                .flatMap(Globals::sectionFor)
                .flatMap(globals::mapping)
                .orElseGet(() -> MappingNode.of(Map.of()));
    }

    /** Here, before {@code Globals} are merged in, a resource cannot take back what they say, only replace the tags. */
    private Map<String, Node> propagated(MappingNode owner) {
        MappingNode own = owner.mapping("Properties").orElseGet(() -> MappingNode.of(Map.of()));
        MappingNode common = shared(owner);
        return given("PropagateTags", own, common).isPresent()
                ? given("Tags", own, common)
                        .flatMap(Node::asMapping)
                        .map(MappingNode::entries)
                        .orElse(Map.of())
                : Map.of();
    }

    private static Optional<Node> given(String name, MappingNode own, MappingNode common) {
        return BlankValue.given(own, name).or(() -> BlankValue.given(common, name));
    }
}
