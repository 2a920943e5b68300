package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Checks of settings that the property tables do not describe. */
final class Keys {

    private Keys() {}

    /** @throws RuntimeException of {@code rejection}, if {@code settings} has a key that is not {@code allowed} */
    static void allow(String property, MappingNode settings, Set<String> allowed, Rejection rejection) {
        for (var entry : settings.entries().entrySet()) {
            if (!allowed.contains(entry.getKey())) {
                throw rejection.of(
                        entry.getValue(),
                        "%s has no setting '%s'".formatted(property, entry.getKey()),
                        NearestName.of(entry.getKey(), allowed)
                                .map(name -> "Did you mean '" + name + "'?")
                                .orElseGet(() -> "it knows "
                                        + String.join(
                                                ", ", allowed.stream().sorted().toList())));
            }
        }
    }

    /** The way out for a name that is not {@code known}: the nearest one, else all. */
    static String oneOf(String typed, Collection<String> known) {
        if (known.isEmpty()) {
            return "define it there";
        }
        return NearestName.of(typed, known)
                .map(name -> "Did you mean '" + name + "'?")
                .orElseGet(() ->
                        "one of " + String.join(", ", known.stream().sorted().toList()));
    }

    /** @throws RuntimeException of {@code rejection}, if {@code value} is no mapping */
    static MappingNode mapping(String property, Node value, Rejection rejection) {
        return value.asMapping()
                .orElseThrow(() ->
                        rejection.of(value, "%s is %s".formatted(property, value.kindName()), "a mapping is expected"));
    }

    /** The items of a list. The keys of a mapping count as such: so does the hosted macro read it. */
    static Optional<SequenceNode> listed(Node value) {
        return value.asSequence().or(() -> value.asMapping()
                .map(mapping -> SequenceNode.ofTexts(mapping.keys().toArray(String[]::new))));
    }
}
