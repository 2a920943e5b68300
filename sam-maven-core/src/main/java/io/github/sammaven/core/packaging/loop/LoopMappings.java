package io.github.sammaven.core.packaging.loop;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mappings for locations that differ from turn to turn: one entry for each value of the collection, named as SAM CLI names
 * them, {@code SAMCodeUriServices}. One set for each template.
 */
public final class LoopMappings {

    private static final String START = "SAM";
    private static final String SEPARATOR = "-";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");

    private final Set<String> taken;
    private final Map<String, Node> added = new LinkedHashMap<>();

    private LoopMappings(Collection<String> taken) {
        this.taken = new TreeSet<>(taken);
    }

    /**
     * For a template. A mapping that an earlier step made for one of the values is replaced, not kept beside the new one.
     *
     * @param replaced values that get new locations
     */
    public static LoopMappings of(Template template, Stream<Optional<Node>> replaced) {
        Set<String> taken = new TreeSet<>(template.section("Mappings").keySet());
        replaced.flatMap(Optional::stream).flatMap(LoopMappings::namesIn).forEach(taken::remove);
        return new LoopMappings(taken);
    }

    /** The mappings of ours that {@code value}, or a part of it, looks its location up in. */
    private static Stream<String> namesIn(Node value) {
        Optional<Intrinsic> call = Intrinsic.of(value);
        if (call.isPresent()) {
            return call
                    .filter(found -> found.is(Intrinsic.FIND_IN_MAP))
                    .flatMap(found -> found.argument().asSequence())
                    .flatMap(arguments -> arguments.items().stream().findFirst())
                    .flatMap(Node::asText)
                    .filter(LoopMappings::isName)
                    .stream();
        }
        return value.asMapping().stream()
                .flatMap(parts -> parts.entries().values().stream())
                .flatMap(LoopMappings::namesIn);
    }

    /** Whether a value of a loop's collection can be the key of a mapping. */
    public static boolean isKey(String value) {
        return KEY.matcher(value).matches();
    }

    /** Whether a mapping of this name holds locations. */
    public static boolean isName(String name) {
        return name.startsWith(START);
    }

    /** The key of a turn in the mapping over {@code loops}. */
    public static String key(List<Loop> loops, Turn turn) {
        return loops.stream().map(turn::value).collect(Collectors.joining(SEPARATOR));
    }

    /**
     * Adds a mapping.
     *
     * @param property what the locations are of; the last key of its path
     * @param logicalId of the resource as the loop has it; tells mappings of the same property apart
     * @param loops whose variables decide
     * @param locations by key
     * @return what finds the location in the mapping
     */
    public Node add(String property, String logicalId, List<Loop> loops, Map<String, Node> locations) {
        String name = name(property, logicalId, loops);
        Map<String, Node> entries = new LinkedHashMap<>();
        locations.forEach((key, location) ->
                entries.put(key, location instanceof MappingNode ? location : MappingNode.of(property, location)));
        added.put(name, MappingNode.of(entries));
        Node first = locations.values().iterator().next();
        if (!(first instanceof MappingNode parts)) {
            return find(name, loops, property);
        }
        Map<String, Node> found = new LinkedHashMap<>();
        parts.keys().forEach(part -> found.put(part, find(name, loops, part)));
        return MappingNode.of(found, parts.mark());
    }

    /** Those that were added, by name. */
    public Map<String, Node> added() {
        return added;
    }

    private String name(String property, String logicalId, List<Loop> loops) {
        String start = START + property + loops.stream().map(Loop::name).collect(Collectors.joining());
        String fixedPart = logicalId.replaceAll("[$&]\\{[^}]*}", "").replaceAll("[^A-Za-z0-9]", "");
        String name = start;
        for (int number = 1; !taken.add(name); number++) {
            name = start + fixedPart + (number == 1 ? "" : number);
        }
        return name;
    }

    private static Node find(String name, List<Loop> loops, String property) {
        List<MappingNode> values =
                loops.stream().map(loop -> Intrinsic.ref(loop.variable())).toList();
        Node key = values.size() == 1 ? values.get(0) : Intrinsic.join(SEPARATOR, values.toArray(Node[]::new));
        return MappingNode.of(
                Intrinsic.FIND_IN_MAP, SequenceNode.of(ScalarNode.string(name), key, ScalarNode.string(property)));
    }
}
