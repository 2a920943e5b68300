package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One key of a {@link PropertyTable}.
 *
 * @param kinds what it may be, besides an intrinsic function
 * @param shape what is inside of it, if that is known
 * @param required whether SAM refuses a resource without it
 */
record Property(List<PropertyKind> kinds, Optional<PropertyShape> shape, boolean required) {

    /** A mapping of one key may be a function that only the transform knows, so it always passes. */
    boolean accepts(Node node) {
        return node.isNull()
                || node.asMapping().filter(mapping -> mapping.size() == 1).isPresent()
                || kinds.stream().anyMatch(kind -> kind.accepts(node));
    }

    String shownKinds() {
        return kinds.stream().map(PropertyKind::shown).collect(Collectors.joining(" or "));
    }
}
