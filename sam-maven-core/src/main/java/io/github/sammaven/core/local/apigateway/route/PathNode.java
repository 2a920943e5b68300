package io.github.sammaven.core.local.apigateway.route;

import io.github.sammaven.core.local.apigateway.model.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One place in the tree of paths: the segments that may follow, and the routes that end here by their methods. */
final class PathNode {

    private final Map<String, PathNode> literals = new HashMap<>();
    private final Map<String, Ending> endings = new HashMap<>();
    private @Nullable PathNode parameter;
    private @Nullable PathNode greedy;

    /** @param names of the parameters on the way here, as this route calls them */
    record Ending(Route route, List<String> names) {}

    PathNode grow(PathTemplate.Segment segment) {
        if (segment.kind() == PathTemplate.Kind.LITERAL) {
            return literals.computeIfAbsent(segment.text(), text -> new PathNode());
        }
        if (segment.kind() == PathTemplate.Kind.GREEDY) {
            greedy = greedy == null ? new PathNode() : greedy;
            return greedy;
        }
        parameter = parameter == null ? new PathNode() : parameter;
        return parameter;
    }

    /** The first of several routes of one method and path counts. */
    void end(Route route, List<String> names) {
        endings.putIfAbsent(route.method(), new Ending(route, names));
    }

    boolean hasEndings() {
        return !endings.isEmpty();
    }

    @Nullable
    Ending ending(String method) {
        return endings.get(method);
    }

    @Nullable
    PathNode literal(String segment) {
        return literals.get(segment);
    }

    @Nullable
    PathNode parameter() {
        return parameter;
    }

    @Nullable
    PathNode greedy() {
        return greedy;
    }
}
