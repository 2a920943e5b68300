package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import java.util.Optional;

/**
 * The API that an event names.
 *
 * @param logicalId its id
 * @param node what generated resources refer to it by
 */
record ApiReference(String logicalId, Node node) {

    /** @param given {@code Ref} to an API or its id; the implicit one if there is none */
    static ApiReference of(Optional<Node> given, String implicitId) {
        if (given.isEmpty()) {
            return new ApiReference(implicitId, Intrinsic.ref(implicitId));
        }
        String id = Intrinsic.of(given.get())
                .filter(function -> function.is(Intrinsic.REF))
                .map(Intrinsic::argument)
                .orElse(given.get())
                .asText()
                .orElse("");
        return new ApiReference(id, given.get());
    }
}
