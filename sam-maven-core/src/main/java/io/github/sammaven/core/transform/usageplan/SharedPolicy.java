package io.github.sammaven.core.transform.usageplan;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.List;
import java.util.Optional;

/** {@code DeletionPolicy} or {@code UpdateReplacePolicy} of what several APIs share. */
enum SharedPolicy {
    DELETION("DeletionPolicy"),
    UPDATE_REPLACE("UpdateReplacePolicy");

    private static final Node RETAIN = ScalarNode.string("Retain");
    private static final Node SNAPSHOT = ScalarNode.string("Snapshot");
    private static final Node DELETE = ScalarNode.string("Delete");

    private final String attribute;

    SharedPolicy(String attribute) {
        this.attribute = attribute;
    }

    String attribute() {
        return attribute;
    }

    /** The first that an API has, unless a later one keeps more. */
    Optional<Node> of(List<SamResource> apis) {
        return apis.stream()
                .flatMap(api -> BlankValue.given(api.body(), attribute).stream())
                .reduce((held, next) -> keepsMore(next, held) ? next : held);
    }

    private boolean keepsMore(Node next, Node held) {
        return next.equals(RETAIN) || (this == UPDATE_REPLACE && next.equals(SNAPSHOT) && held.equals(DELETE));
    }
}
