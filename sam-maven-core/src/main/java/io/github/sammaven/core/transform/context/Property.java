package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One key of a {@link PropertyTable}.
 *
 * @param kinds what it may be
 * @param shape what is inside of it, if that is known
 * @param required whether SAM refuses a resource without it
 */
record Property(List<AcceptedKind> kinds, Optional<PropertyShape> shape, boolean required) {

    /** Whether SAM takes the value; null counts as absent. */
    boolean accepts(Node node) {
        return node.isNull() || kinds.stream().anyMatch(kind -> kind.accepts(node));
    }

    /**
     * Whether the value can be what is meant, where SAM does not look: a single value may stand for a string, a mapping of
     * one key for a function that only the transform knows.
     */
    boolean mayAccept(Node node) {
        boolean single = node instanceof ScalarNode
                && kinds.stream().anyMatch(accepted -> accepted.kind() == PropertyKind.STRING);
        return single || accepts(node) || PropertyKind.INTRINSIC.accepts(node);
    }

    String shownKinds() {
        return kinds.stream()
                .filter(accepted -> accepted.kind() != PropertyKind.INTRINSIC)
                .map(AcceptedKind::shown)
                .collect(Collectors.joining(" or "));
    }
}
