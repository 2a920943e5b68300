package io.github.sammaven.core.transform.domain;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The paths of a domain that an API is reached under.
 *
 * @param paths as written, each with the place it is written at; empty for the whole domain
 */
record BasePaths(List<ScalarNode> paths) {

    /** {@code BasePath} as a string or a list of strings; anything else is no path, as an unknown value has none. */
    static BasePaths of(SamResource api, Optional<Node> basePath) {
        List<Node> items = basePath.map(node -> node.asSequence()
                        .map(SequenceNode::items)
                        .orElseGet(() -> isString(node) ? List.of(node) : List.of()))
                .orElse(List.of());
        List<ScalarNode> paths = new ArrayList<>();
        items.forEach(item -> paths.add(item.asScalar()
                .filter(ScalarNode::isString)
                .orElseThrow(
                        () -> api.invalid(item, "Domain.BasePath must be a string, this is " + item.kindName(), ""))));
        return new BasePaths(List.copyOf(paths));
    }

    private static boolean isString(Node node) {
        return node.asScalar().filter(ScalarNode::isString).isPresent();
    }

    static String alphanumerics(String path) {
        StringBuilder kept = new StringBuilder();
        path.chars()
                .filter(character -> character < 128 && Character.isLetterOrDigit(character))
                .forEach(character -> kept.append((char) character));
        return kept.toString();
    }
}
