package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The list {@code security} of a method: what a caller must show, each entry a scheme and its scopes. */
final class Security {

    static final String KEY = "security";
    static final String NONE = "NONE";
    static final String AWS_IAM = "AWS_IAM";
    static final String API_KEY = "api_key";

    private final List<MappingNode> entries;

    private Security(List<MappingNode> entries) {
        this.entries = entries;
    }

    static Security of(Route route, MappingNode method) {
        List<MappingNode> entries = new ArrayList<>();
        Node written = method.get(KEY).orElseGet(() -> SequenceNode.of(List.of()));
        SequenceNode list = written.asSequence().orElseThrow(() -> wrong(route, written, "a list is expected"));
        list.items()
                .forEach(entry -> entries.add(entry.asMapping()
                        .orElseThrow(() -> wrong(route, entry, "its entries are mappings of a scheme to scopes"))));
        return new Security(entries);
    }

    boolean names(String scheme) {
        return entries.stream().anyMatch(entry -> entry.has(scheme));
    }

    boolean namesAnyOf(Collection<String> schemes) {
        return schemes.stream().anyMatch(this::names);
    }

    boolean startsWith(String scheme) {
        return !entries.isEmpty() && entries.get(0).has(scheme);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Security with(String scheme, Node scopes) {
        List<MappingNode> longer = new ArrayList<>(entries);
        longer.add(MappingNode.of(scheme, scopes));
        return new Security(longer);
    }

    /** As {@link #with}, but in front. */
    Security withFirst(String scheme, Node scopes) {
        List<MappingNode> longer = new ArrayList<>(entries);
        longer.add(0, MappingNode.of(scheme, scopes));
        return new Security(longer);
    }

    Security without(String scheme) {
        return withoutAnyOf(Set.of(scheme));
    }

    Security withoutAnyOf(Set<String> schemes) {
        return new Security(entries.stream()
                .filter(entry -> entry.keys().stream().noneMatch(schemes::contains))
                .toList());
    }

    /** The same entries, those of {@code schemes} last. */
    Security withLast(Set<String> schemes) {
        Security others = withoutAnyOf(schemes);
        List<MappingNode> ordered = new ArrayList<>(others.entries);
        entries.stream().filter(entry -> !others.entries.contains(entry)).forEach(ordered::add);
        return new Security(ordered);
    }

    Security withoutFirst(String scheme) {
        List<MappingNode> shorter = new ArrayList<>(entries);
        for (int index = 0; index < shorter.size(); index++) {
            if (shorter.get(index).has(scheme)) {
                shorter.remove(index);
                break;
            }
        }
        return new Security(shorter);
    }

    MappingNode in(MappingNode method) {
        return method.with(KEY, SequenceNode.of(entries));
    }

    private static InvalidResourceException wrong(Route route, Node node, String suggestion) {
        return InvalidResourceException.ofTemplate(
                node.mark(),
                "'security' of method '%s' of path '%s' of an API definition holds %s"
                        .formatted(route.method(), route.path(), node.kindName()),
                suggestion);
    }
}
