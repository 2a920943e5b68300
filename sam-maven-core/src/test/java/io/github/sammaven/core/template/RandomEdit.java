package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One change of a tree.
 *
 * @param wanted the changed tree
 * @param what for messages
 * @param first the first line that may differ, counted from 1
 * @param next the first line, counted from 1, of what follows the changed part; 0 if nothing does
 */
record RandomEdit(MappingNode wanted, String what, int first, int next) {

    private record Place(List<String> path, Node node, SourceMark mark) {}

    static RandomEdit of(MappingNode root, Random random) {
        List<Place> places = new ArrayList<>();
        collect(root, List.of(), root.mark(), places);
        Place place = places.get(random.nextInt(places.size() - 1) + 1);
        Node value = value(random);
        MappingNode wanted = TreeEdit.at(root, place.path(), node -> change(node, value, random));
        int next = places.stream()
                .filter(other -> other.mark().compareTo(place.mark()) > 0 && !startsWith(other.path(), place.path()))
                .mapToInt(other -> other.mark().line())
                .min()
                .orElse(0);
        return new RandomEdit(
                wanted,
                place.path() + " becomes " + value + " or gets or loses a part",
                place.mark().line(),
                next);
    }

    private static Node change(Node node, Node value, Random random) {
        int pick = random.nextInt(6);
        if (node instanceof MappingNode mapping && pick < 5) {
            if (pick < 2 && mapping.size() > 0) {
                List<String> keys = new ArrayList<>(mapping.keys());
                return mapping.without(keys.get(random.nextInt(keys.size())));
            }
            return mapping.with("New" + random.nextInt(100), value);
        }
        if (node instanceof SequenceNode list && pick < 5) {
            List<Node> items = new ArrayList<>(list.items());
            if (pick < 2 && !items.isEmpty()) {
                items.remove(random.nextInt(items.size()));
            } else {
                items.add(random.nextInt(items.size() + 1), value);
            }
            return new SequenceNode(items, list.mark());
        }
        return value;
    }

    private static Node value(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> ScalarNode.integer(random.nextInt(100));
            case 1 ->
                MappingNode.builder().put("Bucket", "b").put("Key", "k, l").build();
            case 2 ->
                SequenceNode.of(ScalarNode.string("one"), Intrinsic.ref("X"), MappingNode.of("K", SequenceNode.of()));
            case 3 -> ScalarNode.string("first\n second\n");
            case 4 -> MappingNode.of(Map.of());
            default -> ScalarNode.string("text " + random.nextInt(100));
        };
    }

    private static void collect(Node node, List<String> path, SourceMark mark, List<Place> places) {
        places.add(new Place(path, node, mark));
        if (node instanceof MappingNode mapping) {
            mapping.entries().forEach((key, value) -> collect(value, and(path, key), mapping.keyMark(key), places));
        } else if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
                collect(item, and(path, Integer.toString(i)), item.mark(), places);
            }
        }
    }

    private static List<String> and(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private static boolean startsWith(List<String> path, List<String> start) {
        return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
    }
}
