package io.github.sammaven.core.deploy.origin;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.List;
import java.util.Optional;

/**
 * The way from a resource down a path, as far as the template goes it. It ends early at an intrinsic function: what is
 * below is known to the service only.
 *
 * @param node where it ends
 * @param mark the last known place on it
 */
record PropertyWay(Node node, SourceMark mark) {

    /** @param path {@code /Properties/KeySchema/0}; without a slash in front too */
    static PropertyWay of(MappingNode resource, SourceMark start, String path) {
        PropertyWay way = new PropertyWay(resource, start);
        for (String step : path.split("/")) {
            if (step.isEmpty()) {
                continue;
            }
            Optional<PropertyWay> next = way.step(step.replace("~1", "/").replace("~0", "~"));
            if (next.isEmpty()) {
                return way;
            }
            way = next.get();
        }
        return way;
    }

    private Optional<PropertyWay> step(String name) {
        Optional<MappingNode> mapping = node.asMapping();
        if (mapping.isPresent()) {
            return mapping.get().get(name).map(value -> new PropertyWay(value, markOf(mapping.get(), name, value)));
        }
        List<Node> items = node.asSequence().map(list -> list.items()).orElse(List.of());
        Optional<Integer> index = index(name).filter(number -> number < items.size());
        return index.map(items::get).map(item -> new PropertyWay(item, known(item.mark())));
    }

    private SourceMark markOf(MappingNode mapping, String key, Node value) {
        return mapping.isWritten(key) ? known(mapping.keyMark(key)) : known(value.mark());
    }

    private SourceMark known(SourceMark place) {
        return place.isKnown() && place.line() > 0 ? place : mark;
    }

    private static Optional<Integer> index(String name) {
        boolean digits = !name.isEmpty() && name.length() < 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.parseInt(name)) : Optional.empty();
    }
}
