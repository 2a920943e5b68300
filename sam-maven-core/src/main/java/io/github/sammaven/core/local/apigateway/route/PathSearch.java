package io.github.sammaven.core.local.apigateway.route;

import io.github.sammaven.core.local.apigateway.model.PercentEncoding;
import io.github.sammaven.core.local.apigateway.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One walk down the tree, a literal before a parameter before a greedy parameter. It comes to each node at most once, so
 * it takes no longer than the tree is large and the path is long.
 */
final class PathSearch {

    private static final Set<String> NAMED_METHODS = Set.of("GET", "DELETE", "PUT", "POST", "HEAD", "OPTIONS", "PATCH");

    private final String path;
    private final String method;
    private final boolean pathDecides;
    private final boolean anyIsNamed;
    private final List<String> values = new ArrayList<>(4);
    private PathNode.@Nullable Ending found;
    private boolean ended;

    /**
     * @param path begins with a slash
     * @param pathDecides whether the best path is taken even if it has not this method
     * @param anyIsNamed whether {@code ANY} takes seven methods only
     */
    PathSearch(String path, String method, boolean pathDecides, boolean anyIsNamed) {
        this.path = path;
        this.method = method;
        this.pathDecides = pathDecides;
        this.anyIsNamed = anyIsNamed;
    }

    PathNode.@Nullable Ending from(PathNode root) {
        walk(root, path.length() == 1 ? 1 : 0);
        return found;
    }

    /** Values of the parameters on the way to the ending. */
    List<String> values() {
        return values;
    }

    /** @param at the slash before the next segment */
    private void walk(PathNode node, int at) {
        if (at == path.length()) {
            end(node);
            return;
        }
        int slash = path.indexOf('/', at + 1);
        int end = slash < 0 ? path.length() : slash;
        String segment = path.substring(at + 1, end);
        PathNode literal = node.literal(PercentEncoding.decode(segment));
        if (literal != null) {
            walk(literal, end);
        }
        if (!ended && node.parameter() != null && !segment.isEmpty()) {
            descend(node.parameter(), segment, end);
        }
        if (!ended && node.greedy() != null && at + 1 < path.length()) {
            descend(node.greedy(), path.substring(at + 1), path.length());
        }
    }

    private void descend(PathNode node, String value, int at) {
        values.add(value);
        walk(node, at);
        if (!ended) {
            values.remove(values.size() - 1);
        }
    }

    private void end(PathNode node) {
        found = node.ending(method);
        if (found == null && (!anyIsNamed || NAMED_METHODS.contains(method))) {
            found = node.ending(Route.ANY);
        }
        ended = found != null || pathDecides && node.hasEndings();
    }
}
