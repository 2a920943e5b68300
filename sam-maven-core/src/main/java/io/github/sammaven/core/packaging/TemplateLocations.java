package io.github.sammaven.core.packaging;

import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects where artifacts are and writes it into a template in one pass. */
final class TemplateLocations {

    private final Optional<ArtifactStore> store;
    private final RelativePath base;
    private final Map<String, Map<PackageableProperty, Node>> changes = new LinkedHashMap<>();

    /** @param base what local paths count from */
    TemplateLocations(Optional<ArtifactStore> store, RelativePath base) {
        this.store = store;
        this.base = base;
    }

    void add(List<LocalReference> users, PackagedArchive archive) {
        users.forEach(user -> changes.computeIfAbsent(user.logicalId(), id -> new LinkedHashMap<>())
                .put(user.property(), location(user, archive)));
    }

    Template writeInto(Template template) {
        Map<String, Node> resources = new LinkedHashMap<>(template.section("Resources"));
        changes.forEach(
                (logicalId, properties) -> resources.computeIfPresent(logicalId, (id, resource) -> resource.asMapping()
                        .<Node>map(mapping -> change(mapping, properties))
                        .orElse(resource)));
        return template.root()
                .mapping("Resources")
                .map(section -> template.withRoot(template.root().with("Resources", section.withEntries(resources))))
                .orElse(template);
    }

    private Node location(LocalReference user, PackagedArchive archive) {
        return store.map(target -> user.property().form().location(target.bucket(), archive.key(), user.mark()))
                .orElseGet(() -> ScalarNode.string(base.to(archive.file()), user.mark()));
    }

    private static MappingNode change(MappingNode resource, Map<PackageableProperty, Node> values) {
        MappingNode properties = resource.mapping("Properties")
                .orElseGet(() -> MappingNode.builder(resource.mark()).build());
        for (Map.Entry<PackageableProperty, Node> value : values.entrySet()) {
            properties = value.getKey().set(properties, value.getValue());
        }
        return resource.with("Properties", properties);
    }
}
