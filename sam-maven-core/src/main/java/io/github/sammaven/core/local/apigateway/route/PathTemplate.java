package io.github.sammaven.core.local.apigateway.route;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of a route, cut into its segments.
 *
 * @param names of the parameters, in their order
 */
record PathTemplate(List<Segment> segments, List<String> names) {

    PathTemplate {
        segments = List.copyOf(segments);
        names = List.copyOf(names);
    }

    /** What a segment takes. */
    enum Kind {
        LITERAL,
        PARAMETER,
        GREEDY
    }

    /** @param text of a literal */
    record Segment(Kind kind, String text) {}

    /** @param path as it is defined, {@code /items/{id}} */
    static PathTemplate of(String path) {
        List<Segment> segments = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (path.length() > 1) {
            String[] parts = path.substring(1).split("/", -1);
            for (int i = 0; i < parts.length; i++) {
                Segment segment = segment(parts[i], i == parts.length - 1);
                segments.add(segment);
                if (segment.kind() != Kind.LITERAL) {
                    names.add(segment.text());
                }
            }
        }
        return new PathTemplate(segments, names);
    }

    private static Segment segment(String part, boolean last) {
        if (!part.startsWith("{") || !part.endsWith("}")) {
            return new Segment(Kind.LITERAL, part);
        }
        String name = part.substring(1, part.length() - 1);
        return last && name.endsWith("+")
                ? new Segment(Kind.GREEDY, name.substring(0, name.length() - 1))
                : new Segment(Kind.PARAMETER, name);
    }
}
