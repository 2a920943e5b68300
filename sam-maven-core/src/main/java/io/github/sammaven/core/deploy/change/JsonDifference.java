package io.github.sammaven.core.deploy.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places where two JSON documents differ. Linear in their size. */
final class JsonDifference {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Place> places = new ArrayList<>();

    private JsonDifference() {}

    /**
     * @param path keys and indices from the root, {@code KeySchema/0}; empty for the root. An index counts in the new list,
     *     or in the old one where there is no new value
     * @param before scalar as text, all else as JSON
     */
    record Place(String path, Optional<String> before, Optional<String> after) {}

    /** An object or a list; empty for everything else. */
    static Optional<JsonNode> document(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException plainText) {
            return Optional.empty();
        }
    }

    /** In the order of the new document; what it lacks comes after that in each object. */
    static List<Place> between(JsonNode before, JsonNode after) {
        JsonDifference difference = new JsonDifference();
        difference.compare("", before, after);
        return List.copyOf(difference.places);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            compareObjects(path, before, after);
        } else if (before.isArray() && after.isArray()) {
            compareLists(path, before, after);
        } else if (!same(before, after)) {
            places.add(new Place(path, Optional.of(text(before)), Optional.of(text(after))));
        }
    }

    private void compareObjects(String path, JsonNode before, JsonNode after) {
        Map<String, JsonNode> left = new LinkedHashMap<>();
        before.properties().forEach(entry -> left.put(entry.getKey(), entry.getValue()));
        for (Map.Entry<String, JsonNode> entry : after.properties()) {
            String below = below(path, entry.getKey());
            JsonNode old = left.remove(entry.getKey());
            if (old == null) {
                places.add(new Place(below, Optional.empty(), Optional.of(text(entry.getValue()))));
            } else {
                compare(below, old, entry.getValue());
            }
        }
        left.forEach((key, old) -> places.add(new Place(below(path, key), Optional.of(text(old)), Optional.empty())));
    }

    /** What is equal at both ends does not count, so that one item more in between shows as that. */
    private void compareLists(String path, JsonNode before, JsonNode after) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && same(before.get(start), after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && same(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))) {
            end++;
        }
        for (int index = start; index < Math.max(before.size(), after.size()) - end; index++) {
            boolean wasThere = index < before.size() - end;
            boolean isThere = index < after.size() - end;
            String below = below(path, String.valueOf(index));
            if (wasThere && isThere) {
                compare(below, before.get(index), after.get(index));
            } else {
                places.add(new Place(
                        below,
                        wasThere ? Optional.of(text(before.get(index))) : Optional.empty(),
                        isThere ? Optional.of(text(after.get(index))) : Optional.empty()));
            }
        }
    }

    /** The service writes a number as text or as a number. */
    private static boolean same(JsonNode before, JsonNode after) {
        if (before.isValueNode() && after.isValueNode()) {
            return before.asText().equals(after.asText());
        }
        if (before.isArray() && after.isArray() && before.size() == after.size()) {
            Iterator<JsonNode> others = after.iterator();
            for (JsonNode item : before) {
                if (!same(item, others.next())) {
                    return false;
                }
            }
            return true;
        }
        if (before.isObject() && after.isObject() && before.size() == after.size()) {
            return before.properties().stream()
                    .allMatch(entry -> after.has(entry.getKey()) && same(entry.getValue(), after.get(entry.getKey())));
        }
        return false;
    }

    private static String below(String path, String step) {
        String escaped = step.replace("~", "~0").replace("/", "~1");
        return path.isEmpty() ? escaped : path + "/" + escaped;
    }

    static String text(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }
}
