package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.template.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The paths of {@code AWS::ApiGateway::Resource}s. */
final class ResourcePaths {

    /** What {@code RootResourceId} comes to. */
    private static final String ROOT = "/";

    /** Longer than any address that a client could send. */
    private static final int MAX_PARTS = 300;

    private final Map<String, Section> resources = new HashMap<>();
    private final Map<String, Optional<String>> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    ResourcePaths(List<StackResources.Declared> declared) {
        declared.forEach(resource -> resources.put(resource.id(), resource.properties()));
    }

    /** The path of what {@code property} points at; empty if that is not known. */
    Optional<String> of(Section section, String property) {
        Optional<Node> value = section.node(property);
        if (value.isPresent() && value.get().asText().filter(ROOT::equals).isPresent()) {
            return Optional.of(ROOT);
        }
        return value.flatMap(StackReading::reference).flatMap(this::path);
    }

    private Optional<String> path(String id) {
        Optional<String> found = known.get(id);
        if (found != null) {
            return found;
        }
        Section resource = resources.get(id);
        if (resource == null || open.size() >= MAX_PARTS || !open.add(id)) {
            return Optional.empty();
        }
        Optional<String> part = resource.text("PathPart");
        Optional<String> path = of(resource, "ParentId")
                .flatMap(parent -> part.map(name -> parent.equals(ROOT) ? ROOT + name : parent + "/" + name));
        open.remove(id);
        known.put(id, path);
        return path;
    }
}
