package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code MergeDefinitions}: lays a method that an event makes over the one that the API defines. */
final class DefinitionMerge {

    private final RestApi api;

    DefinitionMerge(RestApi api) {
        this.api = api;
    }

    /** The keys of the method in {@code generated} win. A definition without any path stays as it is. */
    void apply(ApiDefinition generated, Route route, ApiDefinition definition) {
        definition.section("paths").filter(paths -> paths.asMapping().isEmpty()).ifPresent(paths -> {
            throw wrongKind(paths, "paths");
        });
        if (definition.paths().isEmpty()) {
            return;
        }
        MappingNode made = generated.rawPath(route.path());
        Node method = made.get(route.methodKey()).orElseGet(ApiDefinition::empty);
        MappingNode item = definition.hasPath(route.path()) ? item(definition, route.path()) : ApiDefinition.empty();
        String key = route.writtenKey();
        definition.setPath(route.path(), item.with(key, merged(route, item.get(key), method)));
    }

    private MappingNode item(ApiDefinition definition, String path) {
        Node item = definition.path(path);
        return item.asMapping().orElseThrow(() -> wrongKind(item, "path '%s'".formatted(path)));
    }

    private InvalidResourceException wrongKind(Node node, String what) {
        return InvalidResourceException.of(
                api.logicalId(),
                node.mark(),
                "%s: %s in DefinitionBody is %s".formatted(api.logicalId(), what, node.kindName()),
                "a mapping is expected");
    }

    private Node merged(Route route, Optional<Node> own, Node made) {
        Optional<Node> written = own.filter(method -> !method.isNull());
        if (written.isEmpty()) {
            return made;
        }
        MappingNode method = written.get()
                .asMapping()
                .orElseThrow(() -> InvalidResourceException.of(
                        api.logicalId(),
                        written.get().mark(),
                        "%s: method '%s' of path '%s' in DefinitionBody is %s"
                                .formatted(
                                        api.logicalId(),
                                        route.method(),
                                        route.path(),
                                        written.get().kindName()),
                        "a method is a mapping"));
        Map<String, Node> merged = new LinkedHashMap<>(method.entries());
        made.asMapping().ifPresent(generated -> merged.putAll(generated.entries()));
        return method.withEntries(merged);
    }
}
