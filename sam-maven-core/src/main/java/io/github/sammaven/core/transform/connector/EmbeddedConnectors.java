package io.github.sammaven.core.transform.connector;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.TransformErrors;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes connector resources of the {@code Connectors} attribute of others. */
public final class EmbeddedConnectors {

    private static final String ATTRIBUTE = "Connectors";

    private final TransformErrors errors;

    public EmbeddedConnectors(TransformErrors errors) {
        this.errors = errors;
    }

    /** @return {@code resources} without the attribute, and the connectors; the same if there are none */
    public Map<String, MappingNode> extracted(Map<String, MappingNode> resources) {
        if (resources.values().stream().noneMatch(resource -> resource.has(ATTRIBUTE))) {
            return resources;
        }
        Map<String, MappingNode> all = new LinkedHashMap<>(resources);
        resources.forEach((id, resource) -> resource.get(ATTRIBUTE).ifPresent(connectors -> {
            all.put(id, resource.without(ATTRIBUTE));
            errors.during(() -> add(id, connectors, all));
        }));
        return all;
    }

    private void add(String owner, Node connectors, Map<String, MappingNode> all) {
        MappingNode entries = mapping(owner, connectors, "Connectors");
        entries.entries()
                .forEach((key, connector) -> errors.during(() -> {
                    String id = owner + key;
                    if (all.containsKey(id)) {
                        throw InvalidResourceException.of(
                                id,
                                entries.keyMark(key),
                                "%s: connector %s becomes %s, but the template has a resource of that id already"
                                        .formatted(owner, key, id),
                                "rename one of them");
                    }
                    all.put(id, connector(owner, key, id, connector, entries.keyMark(key)));
                }));
    }

    private static MappingNode connector(String owner, String key, String id, Node written, SourceMark keyMark) {
        MappingNode content = mapping(id, written, "connector " + key);
        MappingNode.Builder placed = MappingNode.builder(content.mark().isKnown() ? content.mark() : keyMark);
        content.entries().forEach((name, value) -> placed.put(name, content.keyMark(name), value));
        MappingNode entry = placed.build();
        String place = "Connectors.%s.Properties".formatted(key);
        Node given = entry.get("Properties")
                .orElseThrow(() ->
                        InvalidResourceException.of(owner, entry.mark(), owner + ": " + place + " is required", ""));
        MappingNode properties = mapping(owner, given, place);
        MappingNode.Builder source = MappingNode.builder(entry.mark()).put("Id", owner);
        properties.get("SourceReference").ifPresent(reference -> {
            MappingNode more = mapping(owner, reference, place + ".SourceReference");
            if (more.has("Id")) {
                throw InvalidResourceException.of(
                        owner,
                        more.keyMark("Id"),
                        owner + ": " + place + ".SourceReference has an Id, but the source is " + owner,
                        "remove it");
            }
            more.entries().forEach(source::put);
        });
        MappingNode.Builder changed = MappingNode.builder(properties.mark()).put("Source", source.build());
        properties.entries().forEach((name, value) -> {
            if (!name.equals("SourceReference")) {
                changed.put(name, properties.keyMark(name), value);
            }
        });
        return entry.with("Type", ScalarNode.string("AWS::Serverless::Connector"))
                .with("Properties", changed.build());
    }

    private static MappingNode mapping(String id, Node node, String place) {
        return node.asMapping()
                .orElseThrow(() -> InvalidResourceException.of(
                        id,
                        node.mark(),
                        "%s: %s must be a mapping, this is %s".formatted(id, place, node.kindName()),
                        ""));
    }
}
