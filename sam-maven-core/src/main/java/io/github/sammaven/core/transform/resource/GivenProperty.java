package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.Optional;

/** Properties for which an empty text, list or mapping is the same as none. */
final class GivenProperty {

    private GivenProperty() {}

    static Optional<Node> of(SamResource resource, String name) {
        return resource.get(name).filter(value -> !isEmpty(value));
    }

    private static boolean isEmpty(Node value) {
        return value.asText().filter(String::isEmpty).isPresent()
                || value.asSequence()
                        .map(SequenceNode::items)
                        .filter(items -> items.isEmpty())
                        .isPresent()
                || value.asMapping()
                        .map(MappingNode::entries)
                        .filter(entries -> entries.isEmpty())
                        .isPresent();
    }
}
