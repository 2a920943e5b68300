package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The transformed {@code Resources} while they come into being. At first it holds the template's own resources; each SAM
 * resource gives way to what it generates. Not safe for threads.
 */
public final class GeneratedTemplate {

    private final Map<String, CloudFormationResource> resources = new HashMap<>();
    private final Map<String, List<String>> idsByOwner = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> lastOfType = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();
    private final Map<String, List<String>> split = new HashMap<>();

    /** @param original the resources of the template, SAM's too, in their order */
    public GeneratedTemplate(Map<String, MappingNode> original) {
        original.forEach((id, body) -> {
            resources.put(id, new CloudFormationResource(id, body));
            idsByOwner.put(id, new ArrayList<>(List.of(id)));
        });
    }

    /** The resource of this id as it is now; a SAM resource not yet translated is found too. */
    public Optional<CloudFormationResource> get(String logicalId) {
        return Optional.ofNullable(resources.get(logicalId));
    }

    /** All resources as they are now, in no order. */
    public Collection<CloudFormationResource> all() {
        return List.copyOf(resources.values());
    }

    /** Replaces the SAM resource {@code owner} by what it generated. */
    public void replace(String owner, List<CloudFormationResource> generated) {
        resources.remove(owner);
        idsByOwner.put(owner, new ArrayList<>());
        generated.forEach(resource -> add(owner, resource));
    }

    /** Adds a resource generated for {@code owner}, or replaces the one of that id. */
    public void add(String owner, CloudFormationResource resource) {
        if (resources.put(resource.logicalId(), resource) == null) {
            idsByOwner.computeIfAbsent(owner, id -> new ArrayList<>()).add(resource.logicalId());
        }
        lastOfType.computeIfAbsent(owner, id -> new HashMap<>()).put(resource.type(), resource.logicalId());
    }

    /** Changes the resource of this id, if it is there. */
    public void update(String logicalId, UnaryOperator<CloudFormationResource> change) {
        resources.computeIfPresent(logicalId, (id, resource) -> change.apply(resource));
    }

    /** The id of the last resource of {@code type} that {@code owner} generated. */
    public Optional<String> generatedBy(String owner, String type) {
        return Optional.ofNullable(lastOfType.getOrDefault(owner, Map.of()).get(type));
    }

    /** All resources of one type, in no order. */
    public List<CloudFormationResource> ofType(String type) {
        return resources.values().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /** What depends on {@code logicalId} shall depend on all of {@code generatedIds} in the end. */
    public void split(String logicalId, List<String> generatedIds) {
        split.put(logicalId, List.copyOf(generatedIds));
    }

    /** All that refers to {@code logicalId} shall refer to {@code generatedId} in the end. */
    public void rename(String logicalId, String generatedId) {
        renamed.put(logicalId, generatedId);
    }

    /** New logical ids by old ones. */
    public Map<String, String> renamed() {
        return Map.copyOf(renamed);
    }

    /** The ids of what {@code owner} generated, in order. */
    public List<String> idsOf(String owner) {
        return List.copyOf(idsByOwner.getOrDefault(owner, List.of()));
    }

    /** Of each resource that was generated, the one it was generated for; of several that share it, the first. */
    public Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>();
        idsByOwner.forEach((owner, ids) ->
                ids.stream().filter(id -> !id.equals(owner)).forEach(id -> owners.putIfAbsent(id, owner)));
        return owners;
    }

    /** The entries of {@code Resources}: in the order of the template, what was generated in the place of its origin. */
    public Map<String, Node> entries() {
        Map<String, Node> entries = new LinkedHashMap<>();
        idsByOwner
                .values()
                .forEach(ids -> ids.forEach(id -> {
                    CloudFormationResource resource = resources.get(id);
                    if (resource != null) {
                        entries.put(id, split.isEmpty() ? resource.body() : depending(resource.body()));
                    }
                }));
        return entries;
    }

    private MappingNode depending(MappingNode body) {
        Optional<Node> written = body.get("DependsOn").filter(others -> !others.isNull());
        List<Node> others = written.map(
                        node -> node.asSequence().map(SequenceNode::items).orElse(List.of(node)))
                .orElse(List.of());
        if (others.stream()
                .noneMatch(other -> other.asText().filter(split::containsKey).isPresent())) {
            return body;
        }
        List<Node> all = new ArrayList<>();
        for (Node other : others) {
            List<String> parts = other.asText().map(split::get).orElse(null);
            if (parts == null) {
                all.add(other);
            } else {
                parts.forEach(part -> all.add(ScalarNode.string(part, other.mark())));
            }
        }
        return body.with("DependsOn", SequenceNode.of(all.stream().distinct().toList()));
    }
}
